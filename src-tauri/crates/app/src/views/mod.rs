//! From state and particulars to what a screen shows. The only place, besides sealing and letters, where personal
//! content is looked at.

pub(crate) mod case;
pub(crate) mod clock;
pub(crate) mod history;
pub(crate) mod letter;
pub(crate) mod list;
mod offers;
pub(crate) mod papers;
mod search;
