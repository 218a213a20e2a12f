//! The one table of commands.

use serde_json::Value;

use crate::answer::{Answer, IpcError, Nothing, Outcome};
use crate::types::*;

macro_rules! commands {
    (
        $(#[$trait_doc:meta])*
        trait $door:ident, $names:ident, $dispatch:ident {
            $( $(#[$doc:meta])* $name:ident($request:ty) -> $answer:ty; )+
        }
    ) => {
        $(#[$trait_doc])*
        pub trait $door {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// An [`IpcError`]; nothing was written then.
                fn $name(&self, request: $request) -> Answer<$answer>;
            )+
        }

        /// The names of this door's commands.
        pub const $names: &[&str] = &[$(stringify!($name)),+];

        /// Finds the handler by name and hands it the request; `None` if this door has no such command.
        pub fn $dispatch(door: &dyn $door, name: &str, request: Value) -> Option<Result<Outcome, IpcError>> {
            match name {
                $( stringify!($name) => Some(parse::<$request>(request).and_then(|request| finish(door.$name(request)))), )+
                _ => None,
            }
        }

        #[cfg(test)]
        pub(crate) mod $dispatch {
            use super::*;
            use ts_rs::TS;

            /// Name, request and answer of every command, as TypeScript.
            pub(crate) fn signatures() -> Vec<(&'static str, String, String)> {
                let config = ts_rs::Config::default();
                vec![$( (stringify!($name), <$request as TS>::name(&config), <$answer as TS>::name(&config)) ),+]
            }
        }
    };
}

commands! {
    /// What can be asked whether or not the casebook is open.
    trait Gatehouse, GATEHOUSE_COMMANDS, dispatch_gatehouse {
        /// Is there a casebook, and is it open?
        gate_status(Nothing) -> GateStatus;
        /// How good a chosen passphrase is, while it is typed.
        passphrase_judge(PassphraseJudge) -> PassphraseJudged;
        /// A passphrase of words drawn at random.
        passphrase_suggest(Nothing) -> PassphraseSuggested;
        /// Lists the backups in a folder that the DPO chooses. The dialog opens outside the page.
        backup_inspect(Nothing) -> BackupFound;
        /// Brings one of them back, into a folder that holds no casebook, and leaves it open.
        casebook_restore(CasebookRestore) -> GateStatus;
        /// Makes a new, empty casebook, leaves it open and shows its recovery key for the only time.
        casebook_create(CasebookCreate) -> RecoveryKeyShown;
        /// Opens the casebook with the passphrase or with the recovery key.
        casebook_unlock(CasebookUnlock) -> GateStatus;
        /// Closes the casebook and forgets its keys. Drafts were saved as they were typed.
        casebook_lock(Nothing) -> GateStatus;
        /// The DPO is there: a key was pressed or the mouse moved. Like every question it puts off locking; the page
        /// says so now and then while it has nothing else to ask.
        activity_note(Nothing) -> Nothing;
        /// Everything that was typed has been kept: the page's answer when it hears that the casebook is about to lock.
        drafts_kept(Nothing) -> Nothing;
    }
}

commands! {
    /// What can be asked of an open casebook. A value of this trait exists only while it is unlocked.
    trait Casebook, CASEBOOK_COMMANDS, dispatch_casebook {
        /// What the frame of every screen shows, and how far set-up has come.
        home_read(Nothing) -> Home;
        /// Replaces the recovery key, when the first was never confirmed or has been lost.
        recovery_renew(Nothing) -> RecoveryKeyShown;
        /// Checks two groups of the recovery key, typed back.
        recovery_confirm(RecoveryConfirm) -> Home;
        /// Saves the recovery key on screen as a sheet to print. Asks for a word that says the warning was read.
        recovery_save_sheet(RecoverySaveSheet) -> FileSaved;
        /// Changes the passphrase.
        passphrase_change(PassphraseChange) -> PassphraseChanged;
        /// Where backups go, when the last was made, what is in the way.
        backup_status(Nothing) -> BackupStatus;
        /// Chooses the folder for backups. The dialog opens outside the page.
        backup_choose_folder(Nothing) -> BackupStatus;
        /// Makes a backup now and reads it back.
        backup_now(BackupNow) -> BackupStatus;
        /// The organisation, its DPO, the regulator and the envelope, as kept.
        settings_read(Nothing) -> SettingsView;
        /// Keeps them.
        settings_save(SettingsSave) -> SettingsView;
        /// Saves a sheet to print and fold, which shows where the window is. The dialog opens outside the page.
        envelope_test_sheet_save(EnvelopeTestSheet) -> FileSaved;
        /// The picture at the head of letters.
        logo_read(Nothing) -> LogoShown;
        /// Puts one there. The dialog opens outside the page.
        logo_choose(Nothing) -> LogoShown;
        /// Takes it away again.
        logo_remove(Nothing) -> LogoShown;

        /// One register with its entries, and how many entries each has.
        registers_read(RegistersRead) -> RegisterView;
        /// Keeps an entry of a register, new or changed.
        register_save(RegisterSave) -> RegisterView;
        /// Retires an entry: it holds no longer from some day on, and stays readable.
        register_remove(RegisterRemove) -> RegisterView;
        /// Notes that somebody looked today and the entry is still so.
        register_confirm(RegisterConfirm) -> RegisterView;

        /// Which days are holidays, and whether the lists want looking after.
        holidays_read(Nothing) -> HolidaysView;
        /// Holds a list of bank holidays against the one in force. The dialog opens outside the page. Changes nothing.
        holidays_choose(Nothing) -> HolidaysChosen;
        /// Takes over the list that was chosen.
        holidays_apply(HolidaysApply) -> HolidaysChanged;
        /// Makes a day a holiday, or none.
        holiday_set(HolidaySet) -> HolidaysChanged;
        /// Notes that somebody looked and nothing new was published.
        holidays_confirm(HolidaysConfirm) -> HolidaysChanged;

        /// What has been typed into a form and not yet recorded.
        draft_read(DraftKey) -> DraftKept;
        /// Keeps what has been typed. An empty body forgets it.
        draft_keep(DraftKeep) -> Nothing;

        /// The clock a request would have, while it is typed. Records nothing.
        intake_preview(IntakePreview) -> IntakePreviewed;
        /// Records a request that came in and opens its case.
        request_receive(RequestReceive) -> CaseView;

        /// What lists of cases can be filtered by.
        cases_choices(Nothing) -> CasesChoices;
        /// Opens a list of cases. Its order stays while it is open.
        cases_open(CasesQuery) -> CaseList;
        /// A window of an open list.
        cases_rows(CasesWindow) -> CaseRows;
        /// What wants doing today, and how well answers kept their dates.
        today_read(Nothing) -> TodayView;
        /// One part of the out tray.
        tray_read(TrayRead) -> TrayView;
        /// The tasks of a case, or those of all cases that are still to be done.
        tasks_read(TasksRead) -> TasksView;
        /// Who in the casebook looks like a person, while they are typed.
        people_alike(PeopleAlike) -> AlikeRows;
        /// Other cases of a case's person, and of people who look alike (REPEAT-1).
        case_earlier(CaseRead) -> EarlierCases;
        /// One case as its page shows it.
        case_read(CaseRead) -> CaseView;
        /// The clocks that would follow from something that has not happened. Records nothing.
        case_what_if(CaseWhatIf) -> WhatIfView;
        /// Records something that has happened in a case: identity, clarification, fee, extension. Never refused for its
        /// date (REC-1); its legal effect is stated.
        case_record(CaseRecord) -> CaseView;
        /// Changes how a person in the case is named or reached.
        party_change(PartyChange) -> CaseView;
        /// Which places could be asked to search, and by when.
        search_propose(CaseRead) -> SearchProposal;
        /// Records that places were asked to search.
        searches_ask(SearchesAsk) -> CaseView;
        /// Records that a place was asked again, or that it was taken to somebody above.
        search_follow(SearchFollow) -> CaseView;
        /// Records what came of a search.
        search_report(SearchReport) -> CaseView;
        /// Saves the request to a colleague as a sheet, where the DPO chooses.
        search_sheet_save(SearchOf) -> FileSaved;
        /// The same as the text of a message.
        search_text(SearchOf) -> TextShown;
        /// Records a group of what was found.
        items_group(ItemsGroup) -> CaseView;
        /// Records what happens with a group.
        items_decide(ItemsDecide) -> CaseView;
        /// Reads in an index of items. The dialog opens outside the page.
        items_import(ItemsImport) -> ItemsImported;
        /// Records what the company decided.
        decision_record(DecisionRecord) -> CaseView;
        /// Puts together the files that go out, and counts their pages.
        pack_make(PackMake) -> CaseView;
        /// Keeps a file with the case. The dialog opens outside the page.
        document_keep(DocumentKeep) -> CaseView;
        /// Saves a kept file where the DPO chooses.
        document_save(DocumentOf) -> FileSaved;
        /// Destroys a kept file: its key is erased and the file is gone.
        document_destroy(DocumentDestroy) -> CaseView;
        /// Sets a task.
        task_set(TaskSet) -> CaseView;
        /// Ends a task: done, or given up.
        task_end(TaskEnd) -> CaseView;
        /// Links two cases.
        case_link(CaseLink) -> CaseView;
        /// Adds somebody to the case.
        party_add(PartyAdd) -> CaseView;
        /// Records that somebody is the same person as in an earlier case.
        person_identify(PersonIdentify) -> CaseView;
        /// Notes how somebody wants to be reached.
        contact_note(ContactNote) -> CaseView;
        /// What a correction would do to the dates of a case. Records nothing.
        correction_preview(CorrectionPreview) -> CorrectionPreviewed;
        /// Strikes out an entry that was wrong, and records the right day.
        entry_correct(EntryCorrect) -> CaseView;
        /// Saves the working of a clock as one page, where the DPO chooses.
        why_sheet_save(WhySheetSave) -> FileSaved;
        /// Closes a case.
        case_close(CaseClose) -> CaseView;
        /// Opens it again.
        case_reopen(CaseReopen) -> CaseView;
        /// What an export of a case would hold, and what would be withheld from it.
        case_export_preview(CaseExportPreview) -> ExportPreview;
        /// Exports a case history into a folder that the DPO chooses. The dialog opens outside the page.
        case_export(CaseExport) -> CaseExported;

        /// The kinds of letter that can be begun in a case, those that fit first.
        letter_kinds(CaseRead) -> LetterKinds;
        /// Begins a letter, or takes up the draft of its kind.
        letter_begin(LetterBegin) -> LetterView;
        /// One letter as its page shows it.
        letter_read(LetterRead) -> LetterView;
        /// Keeps a draft, draws it again and checks it.
        letter_keep(LetterKeep) -> LetterView;
        /// Forgets a draft.
        letter_discard(LetterRead) -> CaseView;
        /// Makes a draft final: it gets its number, its bytes are frozen.
        letter_make_final(LetterMakeFinal) -> LetterView;
        /// Saves the letter's PDF where the DPO chooses. The dialog opens outside the page.
        letter_save_pdf(LetterRead) -> FileSaved;
        /// Saves a message that was not sent yet, with the letter and the files of the answer, where the DPO chooses.
        letter_save_eml(LetterRead) -> MailSaved;
        /// Saves the letter and the files of the answer in an encrypted archive, where the DPO chooses.
        letter_save_encrypted(LetterRead) -> PackSaved;
        /// Records that a final letter was sent.
        letter_record_sent(LetterRecordSent) -> CaseView;
        /// Records that a letter that was sent arrived.
        letter_record_delivered(LetterRecordDelivered) -> CaseView;
        /// Records that a letter that was sent came back, or bounced (POST-1).
        letter_record_returned(LetterRecordReturned) -> CaseView;
        /// Saves final letters as one file to print, each on a new sheet. The dialog opens outside the page.
        tray_print_file(TrayPrintFile) -> TrayPrinted;
        /// Prints the frozen bytes of final letters one after the other, and records each once the printing system has
        /// taken it.
        tray_print(TrayPrint) -> TrayRecorded;
        /// Records that final letters went out together, each in its own case.
        tray_record_sent(TrayRecordSent) -> TrayRecorded;
        /// Declares void a final letter that was never sent.
        letter_void(LetterVoid) -> CaseView;

        /// Every rule the program follows, by subject: the law behind each step.
        rules_read(Nothing) -> RulesView;

        /// Numbers about the requests of a period.
        report_read(ReportQuery) -> ReportView;
        /// Saves the log of requests as a table, where the DPO chooses.
        sar_log_save(SarLogSave) -> SarLogSaved;

        /// The computer's printers.
        print_queues(Nothing) -> PrintQueues;
        /// Prints the frozen bytes of a final letter, and records it once the printing system has taken them.
        letter_print(LetterPrint) -> CaseView;

        /// Stops long work. The request that started it answers `cancelled`.
        job_cancel(JobCancel) -> Nothing;
    }
}

fn parse<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, IpcError> {
    // The message of serde may quote what was typed, so it is not passed on.
    serde_json::from_value(request).map_err(|_| {
        IpcError::field("request", "The program sent a request of the wrong shape. Nothing was recorded.")
    })
}

fn finish<T: serde::Serialize>(answer: Answer<T>) -> Result<Outcome, IpcError> {
    let reply = answer?;
    let value = serde_json::to_value(reply.value)
        .map_err(|_| IpcError::Bug { incident: "answer-shape".to_owned() })?;
    Ok(Outcome { value, topics: reply.topics })
}

#[cfg(test)]
mod tests;
