//! The search: whom to ask, who was asked again, what came of it (SEARCH-1, REF-7).

use casebook_cases::codes::Register;
use casebook_cases::subject_request::{NewSearch, SearchCommand};
use casebook_cases::{Command, SearchId, Written};
use casebook_ipc::{
    CaseRead, CaseView, FileSaved, FollowCode, IpcError, PlaceProposed, Reply, SearchFollow, SearchOf,
    SearchProposal, SearchReport, SearchesAsk, TextShown,
};
use casebook_law::{civil, words};
use casebook_letters::{Commissioning, commissioning_text, render_commissioning};
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::errors::{AppError, Done};
use crate::letters::sha256;
use crate::open::{Inner, Open};
use crate::problems::Problems;
use crate::record::Text;
use crate::text::one_line;
use crate::views::case::CaseFile;

/// Working days for a search where there is no last day to share out.
const USUAL_DAYS: u32 = 5;
const ASKED: &str = "search.asked";
const REPORTED: &str = "search.reported";

impl Open {
    pub(crate) fn propose_search(&self, request: &CaseRead) -> Done<SearchProposal> {
        let inner = self.inner();
        let file = inner.case_file(request.case)?;
        let today = self.ports.time.today();
        let kind = file.state.received.as_ref().and_then(|received| received.person_kind);
        let registers = inner.registers()?;
        let is_asked = |entry| file.state.searches.iter().any(|search| search.system == Some(entry));
        let places = registers.on(Register::Systems, today, kind).map(|line| PlaceProposed {
            system: line.id,
            place: line.entry.name.clone(),
            holds: line.entry.detail.clone(),
            who: line.entry.owner.clone(),
            is_asked: is_asked(line.id),
        });
        let places = places.collect();
        let (due, due_words) = share_of_time(&file, today);
        Ok(Reply::read(SearchProposal { places, due, due_words, terms: file.likely_terms() }))
    }

    pub(crate) fn ask_searches(&self, request: &SearchesAsk) -> Done<CaseView> {
        let mut problems = Problems::default();
        if request.places.is_empty() {
            problems.add("places", "Choose at least one place.");
        }
        for place in &request.places {
            if place.place.is_blank() {
                problems.add("places", "Each place needs a name.");
            }
        }
        problems.none()?;
        let mut texts = Vec::new();
        let mut places = Vec::new();
        for (nth, place) in request.places.iter().enumerate() {
            let name = one_line(place.place.reveal());
            places.push(NewSearch {
                search: SearchId::new(self.ports.ids.next()),
                system: place.system,
                due: request.due,
                place: Written::of(&name),
            });
            let said = [
                Text::written(ASKED, "place", &name),
                Text::written(ASKED, "who", &one_line(place.who.reveal())),
                Text::written(ASKED, "terms", request.terms.reveal().trim()),
                Text::written(ASKED, "period", &one_line(request.period.reveal())),
            ];
            texts.extend(said.into_iter().flatten().map(|text| text.of(nth)));
        }
        let command = Command::Search(SearchCommand::Ask { on: request.on, places });
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn follow_search(&self, request: &SearchFollow) -> Done<CaseView> {
        let SearchFollow { search, on, .. } = *request;
        let (command, text) = match request.what {
            FollowCode::Chase => (
                SearchCommand::Chase { on, search },
                Text::written("search.chased", "note", request.text.reveal()),
            ),
            FollowCode::Escalate => (
                SearchCommand::Escalate { on, search, to: Written::of(request.text.reveal()) },
                Text::written("search.escalated", "to", request.text.reveal()),
            ),
        };
        let command = Command::Search(command);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    pub(crate) fn report_search(&self, request: &SearchReport) -> Done<CaseView> {
        let SearchReport { search, on, result, pages, .. } = *request;
        let reason = Written::of(request.note.reveal());
        let command = Command::Search(SearchCommand::Report { on, search, result, pages, reason });
        let texts = [
            Text::written(REPORTED, "by", &one_line(request.by.reveal())),
            Text::written(REPORTED, "note", request.note.reveal()),
            Text::written(REPORTED, "proof", request.proof.reveal()),
        ];
        let texts = texts.into_iter().flatten();
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn save_search_sheet(&self, request: &SearchOf) -> Done<FileSaved> {
        let sheet = self.inner().commissioning(request, self.ports.time.today())?;
        let drawn = render_commissioning(&sheet).map_err(|error| {
            AppError::from(IpcError::field("terms", format!("This sheet cannot be drawn: {error}.")))
        })?;
        let name = format!("{}-search.pdf", sheet.reference);
        let path = self.ask_where_to_save("Save the search request", &name)?;
        casebook_vault::atomic::write(&path, &drawn.pdf).map_err(AppError::File)?;
        Ok(Reply::read(FileSaved { file_name: name, sha256: sha256(&drawn.pdf) }))
    }

    pub(crate) fn search_text(&self, request: &SearchOf) -> Done<TextShown> {
        let sheet = self.inner().commissioning(request, self.ports.time.today())?;
        Ok(Reply::read(TextShown { text: Personal::new(commissioning_text(&sheet)) }))
    }
}

impl Inner {
    /// The request to a colleague: nothing of the case but its reference and what to look for.
    fn commissioning(&self, request: &SearchOf, today: NaiveDate) -> Result<Commissioning, AppError> {
        let file = self.case_file(request.case)?;
        let search = file.state.search(request.search).ok_or_else(|| {
            AppError::from(IpcError::NotFound { message: "There is no such search in this case.".to_owned() })
        })?;
        let settings = self.settings()?;
        let said = |name: &str| file.said(search.asked_at, name).unwrap_or_default();
        let terms = said("terms");
        let period = said("period");
        let look_for = if period.is_empty() {
            "Everything about the person whom the terms describe.".to_owned()
        } else {
            format!("Everything about the person whom the terms describe, {period}.")
        };
        Ok(Commissioning {
            reference: file.reference(),
            system: said("place"),
            to: said("who"),
            look_for: Personal::new(look_for),
            terms: terms.lines().map(|term| Personal::new(term.to_owned())).collect(),
            from: None,
            until: None,
            by: search.due,
            asked_by: format!("{}, {}", settings.dpo.name, settings.dpo.role),
            report_to: settings.dpo.email,
            made_on: today,
        })
    }
}

impl CaseFile {
    /// What suggests itself to search with: how the person is named and reached.
    fn likely_terms(&self) -> Personal<String> {
        let Some(subject) = self.state.subject() else { return Personal::default() };
        let known = self.known(subject);
        let postcode = known.address.last().cloned().unwrap_or_default();
        let terms: Vec<String> = [known.name, known.email, known.phone, postcode]
            .iter()
            .filter(|term| !term.is_blank())
            .map(|term| term.reveal().clone())
            .collect();
        Personal::new(terms.join("\n"))
    }
}

/// A share of the time that is left: half of it, so that what is found can still be read, decided and posted. A request
/// forwarded late leaves days, never a date that is past.
fn share_of_time(file: &CaseFile, today: NaiveDate) -> (NaiveDate, String) {
    let calendar = &file.calendar;
    let last_day = file.state.last_day(calendar, file.settings, today).filter(|day| *day > today);
    let Some(last_day) = last_day else {
        let due = calendar.add_working_days(today, USUAL_DAYS);
        return (due, format!("{}: five working days from today", words::long_date(due)));
    };
    let left = civil::days_between(today, last_day);
    let half = u64::try_from(left / 2).unwrap_or(0);
    let due = today.checked_add_days(chrono::Days::new(half)).unwrap_or(today);
    // That day, or the next working day after it.
    let due = due.pred_opt().map_or(due, |before| calendar.add_working_days(before, 1)).min(last_day);
    let left = words::counted(usize::try_from(left).unwrap_or(0), "day", "days");
    (due, format!("{}: half of the {left} that are left", words::long_date(due)))
}
