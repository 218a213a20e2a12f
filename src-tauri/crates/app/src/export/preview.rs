//! What an export would hold, before it is made.

use std::collections::BTreeMap;

use casebook_cases::codes::NoteSort;
use casebook_cases::common::Event as Common;
use casebook_cases::{Event, Recorded};
use casebook_export::{Audience, BundleInput};
use casebook_ipc::{CaseExportPreview, ExportPreview, ExportText, Reply};
use casebook_law::words::counted;
use casebook_personal::Personal;

use super::audience;
use super::withheld::Reader;
use crate::errors::AppError;
use crate::errors::Done;
use crate::open::{Inner, Open};
use crate::views::case::CaseFile;
use crate::views::history::tell;

impl Open {
    pub(crate) fn preview_export(&self, request: &CaseExportPreview) -> Done<ExportPreview> {
        let inner = self.inner();
        let file = inner.whole_case_file(request.case)?;
        let reader = Reader {
            audience: audience(request.audience),
            with_legal_advice: request.with_legal_advice,
            about_others: std::collections::BTreeSet::new(),
        };
        let input = inner.bundle_input(&self.ports, request.case, &file, &reader)?;
        Ok(Reply::read(ExportPreview {
            goes: goes(&input),
            stays: inner.stays(request, &input)?,
            has_legal_advice: file.recorded.iter().any(is_legal_advice),
            texts: match reader.audience {
                Audience::Full => Vec::new(),
                Audience::Subject => texts(&file, &input),
            },
        }))
    }
}

impl Inner {
    fn stays(&self, request: &CaseExportPreview, input: &BundleInput) -> Result<Vec<String>, AppError> {
        let mut by_reason = BTreeMap::<_, usize>::new();
        for one in &input.withheld {
            *by_reason.entry(one.reason).or_default() += 1;
        }
        let mut stays: Vec<String> = by_reason
            .into_iter()
            .map(|(reason, count)| format!("{}, {}", counted(count, "text", "texts"), reason.words()))
            .collect();
        let drafts = self.letter_drafts(request.case)?.len();
        if drafts > 0 {
            stays.push(format!("{} of letters", counted(drafts, "draft", "drafts")));
        }
        Ok(stays)
    }
}

fn goes(input: &BundleInput) -> Vec<String> {
    let mut goes = vec![format!("{} of the history", counted(input.events.len(), "entry", "entries"))];
    if !input.letters.is_empty() {
        goes.push(format!("{} as made final", counted(input.letters.len(), "letter", "letters")));
    }
    if !input.documents.is_empty() {
        goes.push(counted(input.documents.len(), "document", "documents"));
    }
    goes.push(format!("{} recorded with the entries", counted(input.particulars.len(), "text", "texts")));
    goes
}

/// The words of the DPO's own that would leave: what came in, what names parties and what letters say is known to the
/// person already.
fn texts(file: &CaseFile, input: &BundleInput) -> Vec<ExportText> {
    let is_ours = |recorded: &Recorded<Event>| match &recorded.event {
        Event::Common(
            Common::PartyAdded { .. }
            | Common::PartyChanged { .. }
            | Common::DocumentKept { .. }
            | Common::LetterFinalised { .. },
        )
        | Event::Request(
            casebook_cases::subject_request::Event::Received { .. }
            | casebook_cases::subject_request::Event::PackMade { .. },
        ) => false,
        Event::Common(_) | Event::Request(_) => true,
    };
    let mut texts = Vec::new();
    for recorded in file.recorded.iter().filter(|recorded| is_ours(recorded)) {
        let said: Vec<&str> = input
            .particulars
            .iter()
            .filter(|one| one.seq == recorded.seq)
            .filter_map(|one| std::str::from_utf8(one.value.reveal()).ok())
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect();
        if !said.is_empty() {
            texts.push(ExportText {
                entry: recorded.case_seq,
                sentence: tell(&recorded.event, &file.state).sentence,
                text: Personal::new(said.join("\n")),
            });
        }
    }
    texts
}

fn is_legal_advice(recorded: &Recorded<Event>) -> bool {
    matches!(recorded.event, Event::Common(Common::NoteWritten { sort: Some(NoteSort::LegalAdvice) }))
}
