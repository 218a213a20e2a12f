//! A casebook brought back from a backup, into a folder that holds none. What was erased after the backup is erased
//! again before anybody sees the casebook.

use std::path::Path;

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{BackupFound, BackupRow, CasebookRestore, GateStatus, IpcError, Reply, Topic};
use casebook_law::words::counted;
use casebook_store::DATABASE_FILE;
use casebook_vault::{KEY_FILE_NAME, KeyFile, MasterKey, copies};

use super::documents;
use super::erasure_list::{self, Erased};
use super::snapshot::{self, Manifest};
use super::trouble::Trouble;
use crate::errors::{AppError, Done};
use crate::gatehouse::{Gate, beside, whole};
use crate::ports::Ports;
use crate::views::case::recorded_words;

/// The folder beside the casebook's place in which it is put together; what a stopped program left of it is removed.
const MARK: &str = "restoring";

impl Gate {
    /// Asks for a backup folder and lists what is in it.
    pub(crate) fn inspect_backup(&self) -> Done<BackupFound> {
        self.check_absent()?;
        let title = "Choose the folder in which the backups are";
        let chosen = self.ports().dialogs.choose_folder(title).ok_or(IpcError::Cancelled)?;
        // One backup's own folder stands for the folder it lies in.
        let is_one = chosen.file_name().and_then(|name| snapshot::time_of(name.to_str()?)).is_some();
        let root = if is_one { chosen.parent().unwrap_or(&chosen).to_owned() } else { chosen };
        let backups: Vec<_> =
            snapshot::all_in(&root)?.into_iter().rev().map(|(at, name)| row(&root, at, name)).collect();
        if backups.is_empty() {
            return Err(Trouble::NoBackup.into());
        }
        *self.inspected() = Some(root);
        Ok(Reply::read(BackupFound { backups }))
    }

    /// Brings a backup back and leaves the casebook open.
    pub(crate) fn restore(&self, request: &CasebookRestore) -> Done<GateStatus> {
        let root = self
            .inspected()
            .clone()
            .ok_or_else(|| IpcError::Conflict { message: "Choose the backup folder again.".to_owned() })?;
        if snapshot::time_of(&request.snapshot).is_none() {
            return Err(IpcError::field("snapshot", "Choose one of the backups.").into());
        }
        self.check_absent()?;
        let name = &request.snapshot;
        let manifest = Manifest::read(&root, name)?;
        // A changed byte in it would look like a wrong passphrase.
        let file = format!("{name}/{KEY_FILE_NAME}");
        snapshot::check_print(&root, &file, manifest.files.get(KEY_FILE_NAME).map_or("", String::as_str))?;
        let key_file = KeyFile::read(&root.join(name)).map_err(|_| Trouble::Damaged { file })?;
        let master = self.keys(&key_file, request.passphrase.as_ref(), request.recovery_key.as_ref())?;
        let sound = snapshot::read_back(&root, name, &manifest, &master)?;
        let erased = erasure_list::all(&root, &manifest.casebook)?;
        let gone = documents::erased_ids(&erased);
        documents::check(&root, &manifest, &sound.documents, &gone, &master)?;

        let folder = self.folder().to_owned();
        casebook_vault::place::check(&folder)?;
        if let Some(left) = beside(&folder, MARK) {
            copies::remove(&left).map_err(AppError::File)?;
        }
        let through = sound.head.seq;
        whole(&folder, MARK, |place| {
            copies::copy_new(&root.join(name).join(DATABASE_FILE), &place.join(DATABASE_FILE))
                .map_err(AppError::File)?;
            documents::bring_back(&root, place, &manifest, &gone)?;
            erasure_list::append(place, &manifest.casebook, &erased)?;
            key_file.write(place)?;
            erase_again(self.ports(), place, &key_file, &master, through, &erased)
        })?;
        self.let_in(key_file, master)?;
        Ok(Reply::changed(self.status(), vec![Topic::Gate]))
    }

    fn check_absent(&self) -> Result<(), AppError> {
        if !self.has_key_file() {
            return Ok(());
        }
        let message = "There is a casebook in this folder already, and a backup never takes the place of one. Nothing was \
                       changed. Start the program with another folder (--casebook FOLDER), or move this casebook’s \
                       folder away first.";
        Err(IpcError::Conflict { message: message.to_owned() }.into())
    }
}

/// Erases what the list names and records that the casebook was brought back, before anything else happens in it.
fn erase_again(
    ports: &Ports,
    place: &Path,
    key_file: &KeyFile,
    master: &MasterKey,
    through: u64,
    erased: &[Erased],
) -> Result<(), AppError> {
    let mut inner = crate::open::Inner::open(place, key_file.clone(), master.clone())?;
    let again = erasure_list::still_there(&inner.store, erased)?;
    let erased_again = u32::try_from(again.len()).unwrap_or(u32::MAX);
    inner.record_erasing(ports, &CasebookEvent::Restored { through, erased_again }, again)?;
    erasure_list::remove_documents(place, erased)?;
    inner.close()
}

fn row(root: &Path, at: chrono::DateTime<chrono::Utc>, snapshot: String) -> BackupRow {
    let manifest = Manifest::read(root, &snapshot);
    let holds = manifest.as_ref().map_or_else(
        |_| String::new(),
        |manifest| {
            let entries = counted(manifest.through, "entry", "entries");
            format!("{entries}, {}", counted(manifest.documents.len(), "document", "documents"))
        },
    );
    let problem = manifest.err().map(|trouble| trouble.to_string());
    BackupRow { snapshot, made: recorded_words(at), holds, problem }
}
