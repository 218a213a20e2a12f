//! Where things are in the source tree, and how old they are.

use crate::stop::Stop;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The top folder of the source tree.
pub(crate) struct Tree {
    top: PathBuf,
}

impl Tree {
    /// The tree cargo started this program in, or else the one it was compiled from.
    ///
    /// # Errors
    /// When the tree has been moved since, so that a stale program would work on the wrong files.
    pub(crate) fn here() -> Result<Self, Stop> {
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        crate_folder
            .ancestors()
            .nth(3)
            .filter(|top| top.join("Cargo.lock").is_file())
            .map(|top| Self { top: top.to_path_buf() })
            .ok_or_else(|| {
                Stop::Missing(
                    "The source tree has moved. Run `cargo clean -p casebook-dev` once, then again.".into(),
                )
            })
    }

    /// The top folder itself.
    pub(crate) fn top(&self) -> &Path {
        &self.top
    }

    /// A file or folder by its path from the top, written with `/`.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.top.join(path)
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        self.top.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
    }

    /// A program of this workspace as `cargo build` leaves it.
    pub(crate) fn built(&self, program: &str) -> PathBuf {
        self.target().join("debug").join(program).with_extension(std::env::consts::EXE_EXTENSION)
    }
}

/// When the newest file or folder at or below `paths` was last changed; folders count, because a deleted file changes
/// its folder. `None` when none of the paths exists.
pub(crate) fn newest(paths: &[PathBuf]) -> Option<SystemTime> {
    paths.iter().filter_map(|path| newest_below(path)).max()
}

fn newest_below(path: &Path) -> Option<SystemTime> {
    let about = path.symlink_metadata().ok()?;
    let own = about.modified().ok();
    if !about.is_dir() {
        return own;
    }
    let entries = std::fs::read_dir(path).ok()?;
    let below = entries.filter_map(Result::ok).filter_map(|entry| newest_below(&entry.path())).max();
    own.max(below)
}
