//! The types that cross, one file per screen's worth.

mod case;
mod clock;
mod draft;
mod gate;
mod intake;
mod job;
mod letter;
mod list;
mod print;
mod settings;

pub use case::*;
pub use clock::*;
pub use draft::*;
pub use gate::*;
pub use intake::*;
pub use job::*;
pub use letter::*;
pub use list::*;
pub use print::*;
pub use settings::*;
