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
        /// The organisation, its DPO, the regulator and the envelope, as kept.
        settings_read(Nothing) -> SettingsView;
        /// Keeps them.
        settings_save(SettingsSave) -> SettingsView;

        /// What has been typed into a form and not yet recorded.
        draft_read(DraftKey) -> DraftKept;
        /// Keeps what has been typed. An empty body forgets it.
        draft_keep(DraftKeep) -> Nothing;

        /// The clock a request would have, while it is typed. Records nothing.
        intake_preview(IntakePreview) -> IntakePreviewed;
        /// Records a request that came in and opens its case.
        request_receive(RequestReceive) -> CaseView;

        /// Opens a list of cases. Its order stays while it is open.
        cases_open(CasesQuery) -> CaseList;
        /// A window of an open list.
        cases_rows(CasesWindow) -> CaseRows;
        /// One case as its page shows it.
        case_read(CaseRead) -> CaseView;
        /// Records something that has happened in a case: identity, clarification, fee, extension. Never refused for its
        /// date (REC-1); its legal effect is stated.
        case_record(CaseRecord) -> CaseView;
        /// Changes how a person in the case is named or reached.
        party_change(PartyChange) -> CaseView;
        /// Closes a case.
        case_close(CaseClose) -> CaseView;
        /// Opens it again.
        case_reopen(CaseReopen) -> CaseView;
        /// Exports a case history into a folder that the DPO chooses. The dialog opens outside the page.
        case_export(CaseExport) -> CaseExported;

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
        /// Records that a final letter was sent.
        letter_record_sent(LetterRecordSent) -> CaseView;
        /// Declares void a final letter that was never sent.
        letter_void(LetterVoid) -> CaseView;

        /// The computer's printers.
        print_queues(Nothing) -> PrintQueues;

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
