//! Helpers for tests of the whole product: a desk with a casebook of its own, the real window on it, and what to read
//! from paper and folders afterwards. Nobody real, no network, nothing outside a temporary folder but the pictures.
//!
//! Start reading at [`desk`], then [`window`].

pub mod cups;
pub mod desk;
mod driver;
mod keyboard;
pub mod looks;
pub mod marks;
pub mod paper;
pub mod place;
pub mod session;
pub mod window;

pub use cups::Cups;
pub use desk::Desk;
pub use session::Session;
pub use window::{Window, until};
