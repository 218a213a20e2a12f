//! The letters that can be begun in a case: what fits now first, and of the others why not today. Any of them can be
//! begun all the same, because writing takes time and making it final asks again.

use casebook_cases::codes::LetterKind;
use casebook_cases::subject_request::{World, may_make_final, next_step};
use casebook_cases::{Next, State};
use casebook_ipc::{CaseRead, LetterKindRow, LetterKinds, Reply};

use crate::errors::Done;
use crate::open::Open;
use crate::views::letter::{kind_code, title};

impl Open {
    pub(crate) fn letter_kinds(&self, request: &CaseRead) -> Done<LetterKinds> {
        let inner = self.inner();
        let file = inner.case_file(request.case)?;
        let today = self.ports.time.today();
        let world = World { today, calendar: &file.calendar, settings: file.settings };
        let next = wanted_next(&file.state, &world);
        let drafts = inner.letter_drafts(request.case)?;
        let mut kinds: Vec<LetterKindRow> = LetterKind::ALL
            .iter()
            .map(|kind| {
                let refusal = may_make_final(&file.state, *kind, &world).err();
                let code = kind_code(*kind);
                LetterKindRow {
                    kind: code,
                    title: title(code).to_owned(),
                    is_next: next.contains(kind),
                    not_now: refusal
                        .as_ref()
                        .map_or_else(String::new, |refusal| format!("{} {}", refusal.reason, refusal.remedy)),
                    rule: refusal.map_or_else(String::new, |refusal| refusal.rule.to_string()),
                    draft: drafts.iter().find(|draft| draft.kind == code).map(|draft| draft.letter),
                }
            })
            .collect();
        // By fitness; within it in the order of the list, with the letter about anything else last.
        kinds.sort_by_key(|row| {
            (!row.is_next, !row.not_now.is_empty(), row.kind == kind_code(LetterKind::L00))
        });
        Ok(Reply::read(LetterKinds { kinds }))
    }
}

/// The kinds that the next step asks for.
fn wanted_next(state: &State, world: &World<'_>) -> Vec<LetterKind> {
    let step = next_step(state, world);
    let wanted = |next: Next| match next {
        Next::Write(kind) => Some(kind),
        Next::RecordSent(_)
        | Next::SendAgain(_)
        | Next::RecordAnswer
        | Next::RecordIdentityReceived
        | Next::RecordAuthorityReceived
        | Next::RecordClarificationReceived
        | Next::RecordFeePaid
        | Next::AskSearches
        | Next::FollowSearches
        | Next::DecideItems
        | Next::Close
        | Next::Export => None,
    };
    step.main.into_iter().chain(step.others).filter_map(wanted).collect()
}
