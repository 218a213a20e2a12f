//! What every kind of case has: parties, letters, notes, closing.

mod event;

pub use event::Event;
