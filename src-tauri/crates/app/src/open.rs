//! An open casebook. A value of this type exists only while it is unlocked, so a command of it cannot even be named
//! while it is locked.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use casebook_cases::LetterId;
use casebook_cases::casebook::Holidays;
// The table below names nearly every type that crosses.
use casebook_intake::bank_holidays::Listed;
use casebook_ipc::*;
use casebook_store::Store;
use casebook_vault::{KeyFile, LockFile, MasterKey, RecoveryKey};

use crate::errors::AppError;
use crate::gatehouse::Place;
use crate::ports::Ports;
use crate::safety::commands::BackupWatch;

/// An unlocked casebook.
pub struct Open {
    /// Time, ids, random bytes, dialogs.
    pub(crate) ports: Ports,
    /// Where it lies.
    pub(crate) place: Place,
    /// Its backups.
    pub(crate) backup: BackupWatch,
    /// Minutes without anybody at the page before it locks; kept here so that asking waits for nothing.
    idle_minutes: AtomicU32,
    /// Set when it locks: commands that still wait for a dialog end.
    pub(crate) is_locked: AtomicBool,
    inner: Mutex<Inner>,
    /// Held while a letter goes to the printer; taken before `inner`.
    printing: Mutex<()>,
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
    /// Which days are holidays, as the entries of the casebook say.
    pub(crate) holidays: Holidays,
    /// A list of bank holidays that was chosen and not yet taken over, with the SHA-256 of its file.
    pub(crate) chosen_list: Option<(Listed, String)>,
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

impl Inner {
    /// Takes the lock of the casebook in a folder and opens its store.
    pub(crate) fn open(folder: &Path, key_file: KeyFile, master: MasterKey) -> Result<Self, AppError> {
        let lock = LockFile::acquire(folder)?;
        let store = Store::open(folder, master.database_key())?;
        let holidays = store.holidays()?;
        Ok(Self {
            folder: folder.to_owned(),
            store,
            key_file,
            master,
            pending: None,
            holidays,
            chosen_list: None,
            drawn: None,
            _lock: lock,
        })
    }

    /// Closes the store and gives the lock back.
    pub(crate) fn close(self) -> Result<(), AppError> {
        Ok(self.store.close()?)
    }
}

impl Open {
    pub(crate) fn new(ports: Ports, place: Place, inner: Inner) -> Self {
        let idle_minutes = AtomicU32::new(inner.settings().unwrap_or_default().desk.idle_minutes);
        let backup = BackupWatch::of(&inner);
        Self {
            ports,
            place,
            backup,
            idle_minutes,
            is_locked: AtomicBool::new(false),
            inner: Mutex::new(inner),
            printing: Mutex::new(()),
        }
    }

    /// Minutes without anybody at the page before it locks (LOCK-1).
    pub(crate) fn idle_minutes(&self) -> u32 {
        self.idle_minutes.load(Ordering::Relaxed)
    }

    pub(crate) fn keep_idle_minutes(&self, minutes: u32) {
        self.idle_minutes.store(minutes, Ordering::Relaxed);
    }

    /// The printer, for one letter at a time.
    pub(crate) fn printing(&self) -> MutexGuard<'_, ()> {
        self.printing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The casebook, for one command. A command that panicked left either everything or nothing in the store, so the
    /// next one may go on.
    pub(crate) fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same without waiting; nothing while another command works with it.
    pub(crate) fn inner_at_once(&self) -> Option<MutexGuard<'_, Inner>> {
        match self.inner.try_lock() {
            Ok(inner) => Some(inner),
            Err(TryLockError::Poisoned(inner)) => Some(inner.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
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
    recovery_save_sheet => save_recovery_sheet(RecoverySaveSheet) -> FileSaved;
    passphrase_change => change_passphrase(PassphraseChange) -> PassphraseChanged;
    backup_status => backup_status(Nothing) -> BackupStatus;
    backup_choose_folder => choose_backup_folder(Nothing) -> BackupStatus;
    backup_now => back_up_now(BackupNow) -> BackupStatus;
    settings_read => read_settings(Nothing) -> SettingsView;
    settings_save => save_settings(SettingsSave) -> SettingsView;
    envelope_test_sheet_save => save_envelope_test_sheet(EnvelopeTestSheet) -> FileSaved;
    logo_read => read_logo(Nothing) -> LogoShown;
    logo_choose => choose_logo(Nothing) -> LogoShown;
    logo_remove => remove_logo(Nothing) -> LogoShown;
    registers_read => read_registers(RegistersRead) -> RegisterView;
    register_save => save_register(RegisterSave) -> RegisterView;
    register_remove => remove_register(RegisterRemove) -> RegisterView;
    register_confirm => confirm_register(RegisterConfirm) -> RegisterView;
    holidays_read => read_holidays(Nothing) -> HolidaysView;
    holidays_choose => choose_holidays(Nothing) -> HolidaysChosen;
    holidays_apply => apply_holidays(HolidaysApply) -> HolidaysChanged;
    holiday_set => set_holiday(HolidaySet) -> HolidaysChanged;
    holidays_confirm => confirm_holidays(HolidaysConfirm) -> HolidaysChanged;
    draft_read => read_draft(DraftKey) -> DraftKept;
    draft_keep => keep_draft(DraftKeep) -> Nothing;
    intake_preview => preview_intake(IntakePreview) -> IntakePreviewed;
    request_receive => receive_request(RequestReceive) -> CaseView;
    cases_choices => choices_of_cases(Nothing) -> CasesChoices;
    cases_open => open_cases(CasesQuery) -> CaseList;
    cases_rows => rows_of_cases(CasesWindow) -> CaseRows;
    today_read => today(Nothing) -> TodayView;
    tray_read => tray(TrayRead) -> TrayView;
    tasks_read => tasks(TasksRead) -> TasksView;
    people_alike => alike(PeopleAlike) -> AlikeRows;
    case_earlier => earlier(CaseRead) -> EarlierCases;
    case_read => read_case(CaseRead) -> CaseView;
    case_what_if => what_if(CaseWhatIf) -> WhatIfView;
    case_record => record_in_case(CaseRecord) -> CaseView;
    party_change => change_party(PartyChange) -> CaseView;
    search_propose => propose_search(CaseRead) -> SearchProposal;
    searches_ask => ask_searches(SearchesAsk) -> CaseView;
    search_follow => follow_search(SearchFollow) -> CaseView;
    search_report => report_search(SearchReport) -> CaseView;
    search_sheet_save => save_search_sheet(SearchOf) -> FileSaved;
    search_text => search_text(SearchOf) -> TextShown;
    items_group => group_items(ItemsGroup) -> CaseView;
    items_decide => decide_items(ItemsDecide) -> CaseView;
    items_import => import_items(ItemsImport) -> ItemsImported;
    decision_record => record_decision(DecisionRecord) -> CaseView;
    pack_make => make_pack(PackMake) -> CaseView;
    document_keep => keep_document(DocumentKeep) -> CaseView;
    document_save => save_document(DocumentOf) -> FileSaved;
    document_destroy => destroy_document(DocumentDestroy) -> CaseView;
    task_set => set_task(TaskSet) -> CaseView;
    task_end => end_task(TaskEnd) -> CaseView;
    case_link => link_case(CaseLink) -> CaseView;
    party_add => add_party(PartyAdd) -> CaseView;
    person_identify => identify_person(PersonIdentify) -> CaseView;
    contact_note => note_contact(ContactNote) -> CaseView;
    correction_preview => preview_correction(CorrectionPreview) -> CorrectionPreviewed;
    entry_correct => correct_entry(EntryCorrect) -> CaseView;
    why_sheet_save => save_why_sheet(WhySheetSave) -> FileSaved;
    case_close => close_case(CaseClose) -> CaseView;
    case_reopen => reopen_case(CaseReopen) -> CaseView;
    case_export_preview => preview_export(CaseExportPreview) -> ExportPreview;
    case_export => export_case(CaseExport) -> CaseExported;
    letter_kinds => letter_kinds(CaseRead) -> LetterKinds;
    letter_begin => begin_letter(LetterBegin) -> LetterView;
    letter_read => read_letter(LetterRead) -> LetterView;
    letter_keep => keep_letter(LetterKeep) -> LetterView;
    letter_discard => discard_letter(LetterRead) -> CaseView;
    letter_make_final => make_letter_final(LetterMakeFinal) -> LetterView;
    letter_save_pdf => save_letter_pdf(LetterRead) -> FileSaved;
    letter_save_eml => save_letter_eml(LetterRead) -> MailSaved;
    letter_save_encrypted => save_letter_encrypted(LetterRead) -> PackSaved;
    letter_record_sent => record_letter_sent(LetterRecordSent) -> CaseView;
    letter_record_delivered => record_letter_delivered(LetterRecordDelivered) -> CaseView;
    letter_record_returned => record_letter_returned(LetterRecordReturned) -> CaseView;
    tray_print => print_tray(TrayPrint) -> TrayRecorded;
    tray_print_file => save_tray_file(TrayPrintFile) -> TrayPrinted;
    tray_record_sent => record_tray_sent(TrayRecordSent) -> TrayRecorded;
    letter_void => void_letter(LetterVoid) -> CaseView;
    rules_read => rules(Nothing) -> RulesView;
    report_read => read_report(ReportQuery) -> ReportView;
    sar_log_save => save_sar_log(SarLogSave) -> SarLogSaved;
    print_queues => printers(Nothing) -> PrintQueues;
    letter_print => print_letter(casebook_ipc::LetterPrint) -> CaseView;
    job_cancel => cancel_job(JobCancel) -> Nothing;
}
