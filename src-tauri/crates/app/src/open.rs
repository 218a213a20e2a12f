//! An open casebook. A value of this type exists only while it is unlocked, so a command of it cannot even be named
//! while it is locked.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use casebook_cases::LetterId;
use casebook_ipc::{
    Answer, CaseClose, CaseExport, CaseExported, CaseList, CaseRead, CaseRecord, CaseReopen, CaseRows,
    CaseView, Casebook, CasesQuery, CasesWindow, DraftKeep, DraftKept, DraftKey, FileSaved, Home,
    IntakePreview, IntakePreviewed, JobCancel, LetterBegin, LetterKeep, LetterMakeFinal, LetterRead,
    LetterRecordSent, LetterView, LetterVoid, Nothing, PartyChange, PrintQueues, RecoveryConfirm,
    RecoveryKeyShown, RequestReceive, SettingsSave, SettingsView,
};
use casebook_store::Store;
use casebook_vault::{KeyFile, LockFile, MasterKey, RecoveryKey};

use crate::gatehouse::Place;
use crate::ports::Ports;

/// An unlocked casebook.
pub struct Open {
    /// Time, ids, random bytes, dialogs.
    pub(crate) ports: Ports,
    /// Where it lies.
    pub(crate) place: Place,
    inner: Mutex<Inner>,
}

/// What one command at a time works with.
pub(crate) struct Inner {
    /// The casebook's folder, for documents.
    pub(crate) folder: PathBuf,
    /// The database.
    pub(crate) store: Store,
    /// The key file, for new recovery keys and passphrases.
    pub(crate) key_file: KeyFile,
    /// The key that the key file wraps.
    pub(crate) master: MasterKey,
    /// A recovery key shown and not yet confirmed, with the groups asked for.
    pub(crate) pending: Option<(RecoveryKey, [usize; 2])>,
    /// Why nothing can be recorded just now, in sentences.
    pub(crate) read_only: Option<String>,
    /// The letter drawn last, so that looking at it does not draw it again.
    pub(crate) drawn: Option<Drawn>,
    /// Held as long as the casebook is open; dropped last.
    pub(crate) _lock: LockFile,
}

/// A letter as it was last drawn.
pub(crate) struct Drawn {
    /// Which letter.
    pub(crate) letter: LetterId,
    /// Which revision of its draft.
    pub(crate) revision: u64,
    /// The PDF.
    pub(crate) pdf: Vec<u8>,
}

impl Open {
    pub(crate) fn new(ports: Ports, place: Place, inner: Inner) -> Self {
        Self { ports, place, inner: Mutex::new(inner) }
    }

    /// The casebook, for one command. A command that panicked left either everything or nothing in the store, so the
    /// next one may go on.
    pub(crate) fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

macro_rules! handlers {
    ($($command:ident => $handler:ident($request:ty) -> $answer:ty;)+) => {
        impl Casebook for Open {
            $(fn $command(&self, request: $request) -> Answer<$answer> {
                self.$handler(&request).map_err(Into::into)
            })+
        }
    };
}

// One line a command: the name at the door, and the use case that answers it.
handlers! {
    home_read => home(Nothing) -> Home;
    recovery_renew => renew_recovery(Nothing) -> RecoveryKeyShown;
    recovery_confirm => confirm_recovery(RecoveryConfirm) -> Home;
    settings_read => read_settings(Nothing) -> SettingsView;
    settings_save => save_settings(SettingsSave) -> SettingsView;
    draft_read => read_draft(DraftKey) -> DraftKept;
    draft_keep => keep_draft(DraftKeep) -> Nothing;
    intake_preview => preview_intake(IntakePreview) -> IntakePreviewed;
    request_receive => receive_request(RequestReceive) -> CaseView;
    cases_open => open_cases(CasesQuery) -> CaseList;
    cases_rows => rows_of_cases(CasesWindow) -> CaseRows;
    case_read => read_case(CaseRead) -> CaseView;
    case_record => record_in_case(CaseRecord) -> CaseView;
    party_change => change_party(PartyChange) -> CaseView;
    case_close => close_case(CaseClose) -> CaseView;
    case_reopen => reopen_case(CaseReopen) -> CaseView;
    case_export => export_case(CaseExport) -> CaseExported;
    letter_begin => begin_letter(LetterBegin) -> LetterView;
    letter_read => read_letter(LetterRead) -> LetterView;
    letter_keep => keep_letter(LetterKeep) -> LetterView;
    letter_discard => discard_letter(LetterRead) -> CaseView;
    letter_make_final => make_letter_final(LetterMakeFinal) -> LetterView;
    letter_save_pdf => save_letter_pdf(LetterRead) -> FileSaved;
    letter_record_sent => record_letter_sent(LetterRecordSent) -> CaseView;
    letter_void => void_letter(LetterVoid) -> CaseView;
    print_queues => printers(Nothing) -> PrintQueues;
    job_cancel => cancel_job(JobCancel) -> Nothing;
}
