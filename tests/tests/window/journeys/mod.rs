//! Requests as a DPO has them on the desk, each by keyboard alone: nothing in here is clicked.
//!
//! The plain access request is in `whole_line.rs`.

mod asked;
mod late;
mod mail;
mod refused;
mod restored;
mod returned;

use anyhow::Result;
use casebook_tests::{Desk, Window};

use crate::steps::unlock;

/// Opens the casebook on a desk, with no pointer at hand.
async fn open(desk: &Desk) -> Result<Window> {
    let window = desk.open().await?.without_pointer();
    unlock(&window).await?;
    Ok(window)
}
