//! The few things that differ between systems. Tried on Linux; the other branches follow the standard library and
//! have not been run.

#[cfg(unix)]
pub(crate) use unix::{
    create_folder, keep_folder_private, open_new, open_or_create, open_to_read, sync_folder,
};

#[cfg(not(unix))]
pub(crate) use other::{
    create_folder, keep_folder_private, open_new, open_or_create, open_to_read, sync_folder,
};

#[cfg(unix)]
mod unix {
    use std::fs::{DirBuilder, File, OpenOptions, Permissions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
    use std::path::Path;

    use rustix::fs::OFlags;

    /// Creates a file that did not exist, not through a link, readable by this user only whatever the umask is.
    pub(crate) fn open_new(path: &Path) -> io::Result<File> {
        let file = options().write(true).create_new(true).mode(0o600).open(path)?;
        file.set_permissions(Permissions::from_mode(0o600))?;
        Ok(file)
    }

    /// Opens an existing file to read, not through a link. A pipe put in its place cannot make this wait.
    pub(crate) fn open_to_read(path: &Path) -> io::Result<File> {
        let file = options().read(true).open(path)?;
        if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("not a regular file")) }
    }

    /// Opens a file to lock it, creating it if need be, under the same conditions as [`open_new`].
    pub(crate) fn open_or_create(path: &Path) -> io::Result<File> {
        let file = options().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        file.set_permissions(Permissions::from_mode(0o600))?;
        Ok(file)
    }

    /// Creates a folder that was never open to others.
    pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(path)
    }

    pub(crate) fn keep_folder_private(path: &Path) -> io::Result<()> {
        std::fs::set_permissions(path, Permissions::from_mode(0o700))
    }

    /// Makes renames and removals in a folder last through a loss of power.
    pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn options() -> OpenOptions {
        let mut options = OpenOptions::new();
        options.custom_flags((OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK).bits().cast_signed());
        options
    }
}

#[cfg(not(unix))]
mod other {
    use std::fs::{File, OpenOptions};
    use std::io;
    use std::path::Path;

    pub(crate) fn open_new(path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    pub(crate) fn open_to_read(path: &Path) -> io::Result<File> {
        if std::fs::symlink_metadata(path)?.is_file() {
            File::open(path)
        } else {
            Err(io::Error::other("not a regular file"))
        }
    }

    pub(crate) fn open_or_create(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
    }

    pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
        std::fs::create_dir(path)
    }

    /// A user's own folders are private by inheritance.
    pub(crate) fn keep_folder_private(_path: &Path) -> io::Result<()> {
        Ok(())
    }

    /// A folder cannot be opened to be synchronised here; the rename itself is journalled.
    pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
        Ok(())
    }
}
