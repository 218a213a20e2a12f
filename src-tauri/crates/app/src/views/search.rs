//! The search of a case, what it found and what is decided about it, as its page shows them.

use casebook_cases::codes::{Naming, Treatment};
use casebook_cases::subject_request::{DecisionMade, ItemGroup, Search};
use casebook_ipc::{
    DecisionSheet, DecisionView, ExemptionView, GroupView, PackView, SearchSheet, SearchView, Urgency,
};
use casebook_law::{Exemption, Right, words};
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::letters::pack_title;
use crate::views::case::CaseFile;
use crate::views::list::capital;

impl CaseFile {
    /// The places looked into.
    pub(super) fn search_sheet(&self, today: NaiveDate) -> SearchSheet {
        let progress = self.state.search_progress(today);
        let late = match progress.late {
            0 => String::new(),
            1 => "; one is late".to_owned(),
            some => format!("; {some} are late"),
        };
        let words = match progress.asked {
            0 => String::new(),
            asked => format!(
                "{} of {} reported{late}.",
                progress.reported,
                words::counted(asked, "place has", "places have")
            ),
        };
        SearchSheet {
            places: self.state.searches.iter().map(|search| self.search_view(search, today)).collect(),
            reported: u32::try_from(progress.reported).unwrap_or(u32::MAX),
            words,
        }
    }

    fn search_view(&self, search: &Search, today: NaiveDate) -> SearchView {
        let reported = search.report.map(|report| report.reported_at);
        let of_report = |name| reported.map_or_else(Personal::default, |seq| self.words_of(seq, name));
        SearchView {
            search: search.search,
            place: self.words_of(search.asked_at, "place"),
            who: self.words_of(search.asked_at, "who"),
            terms: self.words_of(search.asked_at, "terms"),
            period: self.words_of(search.asked_at, "period"),
            asked_on: search.asked_on,
            due: search.due,
            urgency: match search.report {
                Some(_) => Urgency::Done,
                None if search.due < today => Urgency::Overdue,
                None => Urgency::Waiting,
            },
            state_words: state_words(search),
            result: search.report.map(|report| report.result),
            pages: search.report.map_or(0, |report| report.pages),
            by: of_report("by"),
            note: of_report("note"),
            proof: of_report("proof"),
            chased: u32::try_from(search.chased_on.len()).unwrap_or(u32::MAX),
            escalated_to: self.escalated_to(search),
        }
    }

    fn escalated_to(&self, search: &Search) -> Personal<String> {
        use casebook_cases::Event;
        use casebook_cases::subject_request::Event as Request;
        let taken = self.recorded.iter().rfind(|recorded| {
            matches!(&recorded.event, Event::Request(Request::SearchEscalated { search: known }) if *known == search.search)
        });
        taken.map_or_else(Personal::default, |recorded| self.words_of(recorded.seq, "to"))
    }

    /// What was found, decided, and goes out.
    pub(super) fn decision_sheet(&self) -> DecisionSheet {
        let state = &self.state;
        let decided = state.groups.len().saturating_sub(state.undecided_groups());
        let stay: u32 = state
            .groups
            .iter()
            .filter(|group| group.decided.is_some_and(|decided| decided.treatment == Treatment::Withheld))
            .map(|group| group.pages)
            .fold(0, u32::saturating_add);
        let words = match state.groups.len() {
            0 => String::new(),
            all => format!(
                "{decided} of {} decided; {} held back.",
                words::counted(all, "group is", "groups are"),
                words::counted(stay, "page is", "pages are")
            ),
        };
        DecisionSheet {
            groups: state.groups.iter().map(|group| self.group_view(group)).collect(),
            words,
            exemptions: exemptions(),
            decision: state.decision.as_ref().map(|made| self.decision_view(made)),
            pack: state.pack.as_ref().map(|pack| PackView {
                // An erased list is shown as none: what is sent asks for the list itself.
                files: self.packed(pack.made_at).unwrap_or_default().into_iter().map(Into::into).collect(),
                pages: pack.pages,
                on: pack.on,
                sha256: pack.sha256.clone(),
                letter_words: format!(
                    "{} ({})",
                    pack_title(pack.files),
                    words::counted(pack.pages, "page", "pages")
                ),
            }),
            pages_found: state
                .searches
                .iter()
                .filter_map(|search| search.report)
                .map(|report| report.pages)
                .fold(0, u32::saturating_add),
        }
    }

    fn group_view(&self, group: &ItemGroup) -> GroupView {
        let decided = group.decided;
        let said = |name| decided.map_or_else(Personal::default, |each| self.words_of(each.decided_at, name));
        GroupView {
            group: group.group,
            title: self.title_of(group),
            items: group.items,
            pages: group.pages,
            treatment: decided.map(|each| each.treatment),
            exemption: decided.and_then(|each| each.exemption),
            third_party: decided.and_then(|each| each.third_party),
            naming: decided.map_or(Naming::Named, |each| each.naming),
            reason: said("reason"),
            weighed: said("weighed"),
            state_words: decided.map_or_else(
                || "Not decided".to_owned(),
                |each| {
                    let treatment = capital(each.treatment.words());
                    each.exemption.map_or_else(
                        || treatment.clone(),
                        |exemption| format!("{treatment}: {}", exemption.label().to_lowercase()),
                    )
                },
            ),
        }
    }

    /// What a group holds.
    pub(crate) fn title_of(&self, group: &ItemGroup) -> Personal<String> {
        self.words_of(group.grouped_at, "title")
    }

    fn decision_view(&self, made: &DecisionMade) -> DecisionView {
        let said = |name| self.words_of(made.made_at, name);
        DecisionView {
            outcome: made.outcome,
            standing: made.advice,
            on: made.on,
            words: format!(
                "{}, {}, {}",
                capital(made.outcome.words()),
                made.advice.words(),
                words::date(made.on)
            ),
            advice: said("advice"),
            decided_by: said("decided_by"),
            role: said("role"),
            reason: said("reason"),
            why_not: said("why_not"),
        }
    }
}

fn state_words(search: &Search) -> String {
    if let Some(report) = search.report {
        let pages = match report.pages {
            0 => String::new(),
            pages => format!(", {}", words::counted(pages, "page", "pages")),
        };
        return format!("{}{pages}, {}", capital(report.result.words()), words::date(report.on));
    }
    let again = match search.chased_on.len() {
        0 => String::new(),
        1 => ", asked again once".to_owned(),
        times => format!(", asked again {times} times"),
    };
    let up = if search.escalated_on.is_some() { ", taken to somebody above" } else { "" };
    format!("Asked {}, due {}{again}{up}", words::short_date(search.asked_on), words::short_date(search.due))
}

/// The exemptions of an access request that are open to the company, the common ones first.
fn exemptions() -> Vec<ExemptionView> {
    let open = Exemption::ALL
        .iter()
        .copied()
        .filter(|exemption| exemption.is_available() && exemption.row().reach.holds_back(Right::Access));
    open.map(|exemption| ExemptionView {
        code: exemption,
        label: exemption.label().to_owned(),
        source: exemption.source().to_owned(),
        test: exemption.test().to_owned(),
        is_common: exemption.is_common(),
        may_stay_unsaid: exemption.may_stay_unsaid(),
        wants_weighing: exemption == Exemption::SomeoneElse,
    })
    .collect()
}
