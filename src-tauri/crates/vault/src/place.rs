//! Whether a folder is a fit place for a casebook.
//!
//! A casebook lives in a folder of this computer. On a network share locks and synchronised writes cannot be relied
//! upon; a folder that is copied elsewhere by a sync program breaks the database and leaves copies nobody erases; a
//! link can be turned to another place afterwards. The check names what it objects to and changes nothing.
//!
//! It knows the common programs and file systems. That it finds nothing is no proof that nothing is there.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use thiserror::Error;

/// Why a folder is no place for a casebook.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PlaceError {
    /// The path is a link to somewhere else.
    #[error("the folder is a link to another place")]
    Link,
    /// Something that is not a folder has this name.
    #[error("this is not a folder")]
    NotAFolder,
    /// The folder is on a network share or on a drive that another program makes up.
    #[error("the folder is not on a disk of this computer ({kind})")]
    Network {
        /// The kind of file system.
        kind: String,
    },
    /// A program copies this folder to other computers.
    #[error("the folder is copied to other computers by {by}")]
    Synced {
        /// The program.
        by: &'static str,
    },
    /// Nothing can be written here.
    #[error("the folder can only be read")]
    ReadOnly,
    /// The folder could not be looked at.
    #[error("the folder could not be looked at")]
    Io(#[source] io::Error),
}

/// Folders that sync programs use, by the beginning of their name in lower case.
const SYNC_FOLDERS: [(&str, &str); 17] = [
    ("box sync", "Box"),
    ("cloudstorage", "a cloud drive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("megasync", "MEGA"),
    ("mobile documents", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("onedrive", "OneDrive"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("seafile", "Seafile"),
    ("synologydrive", "Synology Drive"),
    ("tresorit", "Tresorit"),
];

/// Files and folders that sync programs leave at the top of what they copy. (`.dropbox` is not one of them: it is also
/// the name of Dropbox's settings in the home folder.)
const SYNC_MARKS: [(&str, &str); 4] = [
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
];

/// Checks a folder that holds a casebook or is to hold one; it need not exist yet.
///
/// # Errors
/// The first objection.
pub fn check(folder: &Path) -> Result<(), PlaceError> {
    match fs::symlink_metadata(folder) {
        Ok(found) if found.is_symlink() => return Err(PlaceError::Link),
        Ok(found) if !found.is_dir() => return Err(PlaceError::NotAFolder),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(PlaceError::NotAFolder),
        Err(error) => return Err(PlaceError::Io(error)),
    }
    let absolute = std::path::absolute(folder).map_err(PlaceError::Io)?;
    let existing = nearest_existing(&absolute).map_err(PlaceError::Io)?;
    // The name as given and the real one: a link further up may hide either.
    if let Some(by) = synced_by(&absolute).or_else(|| synced_by(&existing)) {
        return Err(PlaceError::Synced { by });
    }
    if let Some(kind) = system::not_of_this_computer(&existing).map_err(PlaceError::Io)? {
        return Err(PlaceError::Network { kind });
    }
    if system::is_writable(&existing).map_err(PlaceError::Io)? { Ok(()) } else { Err(PlaceError::ReadOnly) }
}

/// The folder itself or the nearest one above it that exists, without links.
fn nearest_existing(absolute: &Path) -> io::Result<PathBuf> {
    for folder in absolute.ancestors() {
        match folder.canonicalize() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            found => return found,
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

fn synced_by(path: &Path) -> Option<&'static str> {
    let by_name = path.components().find_map(|component| {
        let Component::Normal(name) = component else { return None };
        let name = name.to_str()?.to_lowercase();
        SYNC_FOLDERS.iter().find(|(beginning, _)| is_folder_of(&name, beginning)).map(|(_, by)| *by)
    });
    by_name.or_else(|| {
        path.ancestors().find_map(|folder| {
            SYNC_MARKS.iter().find(|(mark, _)| folder.join(mark).exists()).map(|(_, by)| *by)
        })
    })
}

/// `OneDrive` and `OneDrive - Example Ltd` are, `OneDriveExport` is not.
fn is_folder_of(name: &str, beginning: &str) -> bool {
    name.strip_prefix(beginning).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}

#[cfg(target_os = "linux")]
mod system {
    use std::io;
    use std::os::unix::fs::MetadataExt as _;
    use std::path::Path;

    use rustix::fs::{Access, StatVfsMountFlags, access, major, minor, statfs, statvfs};
    use rustix::io::Errno;

    /// File systems whose files are on another computer, by the number `statfs` gives.
    const NETWORK: [(u32, &str); 13] = [
        (0x0000_517b, "smb"),
        (0x0000_564c, "ncp"),
        (0x0000_6969, "nfs"),
        (0x00c3_6400, "ceph"),
        (0x0102_1997, "9p"),
        (0x0bd0_0bd0, "lustre"),
        (0x1983_0326, "beegfs"),
        (0x5346_414f, "afs"),
        (0x6b41_4653, "afs"),
        (0x7375_7245, "coda"),
        (0x7461_636f, "ocfs2"),
        (0xfe53_4d42, "smb2"),
        (0xff53_4d42, "cifs"),
    ];
    const FUSE: u32 = 0x6573_5546;

    /// File systems run by a program, but with their files on a local disk.
    const LOCAL_FUSE: [&str; 9] = [
        "fuse.bindfs",
        "fuse.cryfs",
        "fuse.encfs",
        "fuse.exfat",
        "fuse.gocryptfs",
        "fuse.mergerfs",
        "fuse.ntfs-3g",
        "fuseblk",
        "virtiofs",
    ];

    pub(super) fn not_of_this_computer(folder: &Path) -> io::Result<Option<String>> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number has 32 bits, in whatever type this architecture holds it"
        )]
        let kind = statfs(folder)?.f_type as u32;
        if kind != FUSE {
            return Ok(NETWORK.iter().find(|(known, _)| *known == kind).map(|(_, name)| (*name).to_owned()));
        }
        let device = std::fs::metadata(folder)?.dev();
        let mounts = std::fs::read_to_string("/proc/self/mountinfo")?;
        Ok(fuse_kind(&mounts, major(device), minor(device)))
    }

    /// What kind of FUSE file system a device is, unless it is known to be local.
    pub(super) fn fuse_kind(mounts: &str, major: u32, minor: u32) -> Option<String> {
        let device = format!("{major}:{minor}");
        let kind = mounts
            .lines()
            .filter(|line| line.split(' ').nth(2) == Some(device.as_str()))
            .find_map(|line| line.split_once(" - ")?.1.split(' ').next())
            .unwrap_or("fuse");
        (!LOCAL_FUSE.contains(&kind)).then(|| kind.to_owned())
    }

    pub(super) fn is_writable(folder: &Path) -> io::Result<bool> {
        if statvfs(folder)?.f_flag.contains(StatVfsMountFlags::RDONLY) {
            return Ok(false);
        }
        match access(folder, Access::WRITE_OK | Access::EXEC_OK) {
            Ok(()) => Ok(true),
            Err(Errno::ACCESS | Errno::PERM | Errno::ROFS) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

/// Not run yet: finds a network share by its path, and the rest when the first file is written.
#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;
    use std::path::{Component, Path, Prefix};

    pub(super) fn not_of_this_computer(folder: &Path) -> io::Result<Option<String>> {
        let is_share = matches!(
            folder.components().next(),
            Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
        );
        Ok(is_share.then(|| "network share".to_owned()))
    }

    pub(super) fn is_writable(folder: &Path) -> io::Result<bool> {
        Ok(!std::fs::metadata(folder)?.permissions().readonly())
    }
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;

    #[test]
    fn a_folder_of_this_computer_is_fit_whether_it_exists_or_not() {
        let outer = tempdir().unwrap();
        check(outer.path()).unwrap();
        check(&outer.path().join("Casebook")).unwrap();
        check(&outer.path().join("not yet/Casebook")).unwrap();
        assert!(!outer.path().join("Casebook").exists());
    }

    #[test]
    fn something_that_is_no_folder_is_refused() {
        let outer = tempdir().unwrap();
        let file = outer.path().join("file");
        fs::write(&file, "x").unwrap();
        assert!(matches!(check(&file), Err(PlaceError::NotAFolder)));
        assert!(matches!(check(&file.join("below")), Err(PlaceError::NotAFolder)));
    }

    #[test]
    fn folders_of_sync_programs_are_refused_by_name() {
        let outer = tempdir().unwrap();
        let rows = [
            ("Dropbox/Casebook", Some("Dropbox")),
            ("Dropbox (Example)/a/b", Some("Dropbox")),
            ("OneDrive - Example Ltd/Casebook", Some("OneDrive")),
            ("onedrive", Some("OneDrive")),
            ("Library/Mobile Documents/x", Some("iCloud Drive")),
            ("Nextcloud", Some("Nextcloud")),
            ("OneDriveExport", None),
            ("my dropbox notes", None),
            ("Casebook", None),
        ];
        for (path, expected) in rows {
            let found = match check(&outer.path().join(path)) {
                Ok(()) => None,
                Err(PlaceError::Synced { by }) => Some(by),
                Err(other) => panic!("{path}: {other}"),
            };
            assert_eq!(found, expected, "{path}");
        }
    }

    #[test]
    fn marks_of_sync_programs_are_found_in_any_folder_above() {
        for (mark, program) in SYNC_MARKS {
            let outer = tempdir().unwrap();
            let inner = outer.path().join("a/b");
            fs::create_dir_all(&inner).unwrap();
            check(&inner).unwrap();
            fs::create_dir(outer.path().join(mark)).unwrap();
            assert!(matches!(check(&inner), Err(PlaceError::Synced { by }) if by == program), "{mark}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_and_one_further_up_does_not_hide_a_sync_folder() {
        let outer = tempdir().unwrap();
        let synced = outer.path().join("Dropbox");
        fs::create_dir(&synced).unwrap();
        let link = outer.path().join("plain");
        std::os::unix::fs::symlink(&synced, &link).unwrap();
        assert!(matches!(check(&link), Err(PlaceError::Link)));
        assert!(matches!(check(&link.join("Casebook")), Err(PlaceError::Synced { by: "Dropbox" })));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn drives_made_up_by_programs_are_refused_unless_known_to_be_local() {
        let mounts = "\
36 35 0:41 / /home/x/remote rw,nosuid - fuse.sshfs x@host:/ rw
37 35 0:42 / /media/stick rw - fuseblk /dev/sdb1 rw
38 35 0:43 / /home/x/a\\040b rw shared:7 - fuse.gocryptfs /x rw
39 35 8:1 / / rw - ext4 /dev/sda1 rw";
        let rows = [((0, 41), Some("fuse.sshfs")), ((0, 42), None), ((0, 43), None), ((0, 44), Some("fuse"))];
        for ((major, minor), expected) in rows {
            assert_eq!(system::fuse_kind(mounts, major, minor).as_deref(), expected, "{major}:{minor}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_can_only_be_read_is_refused() {
        let outer = tempdir().unwrap();
        let Some(folder) = closed_folder(outer.path()).or_else(read_only_mount) else {
            println!("not checked: this user may write anywhere, and nothing here is mounted read-only");
            return;
        };
        assert!(matches!(check(&folder), Err(PlaceError::ReadOnly)), "{}", folder.display());
        assert!(matches!(check(&folder.join("Casebook")), Err(PlaceError::ReadOnly)), "{}", folder.display());
    }

    /// A folder with mode 0500, unless this user may write into it all the same.
    #[cfg(target_os = "linux")]
    fn closed_folder(outer: &Path) -> Option<PathBuf> {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = outer.join("closed");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
        fs::write(folder.join("file"), "x").is_err().then_some(folder)
    }

    #[cfg(target_os = "linux")]
    fn read_only_mount() -> Option<PathBuf> {
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap();
        let of_line = |line: &str| {
            let mut fields = line.split(' ').skip(1);
            let (path, _kind, options) = (fields.next()?, fields.next()?, fields.next()?);
            let is_read_only = options.split(',').any(|option| option == "ro");
            (is_read_only && !path.contains('\\')).then(|| PathBuf::from(path))
        };
        mounts.lines().filter_map(of_line).find(|path| path.is_dir())
    }
}
