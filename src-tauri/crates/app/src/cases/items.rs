//! What was found: groups, an index read in, what is decided about them, and what the company decided (ITEM-1, DEC-1).

use std::collections::BTreeMap;

use casebook_cases::codes::{Naming, Treatment};
use casebook_cases::subject_request::{DecideItems, NewGroup, SearchCommand};
use casebook_cases::{Command, GroupId, Written};
use casebook_intake::item_index::{self, Index, ItemDecision, LARGEST_FILE, Row};
use casebook_ipc::{
    CaseView, DecisionRecord, IpcError, ItemsDecide, ItemsGroup, ItemsImport, ItemsImported, Reply, Topic,
};
use casebook_law::{Exemption, words};
use chrono::NaiveDate;

use crate::errors::{AppError, Done};
use crate::files::read_file;
use crate::open::Open;
use crate::record::{Record, Text};
use crate::text::one_line;

const GROUPED: &str = "items.grouped";
const DECIDED: &str = "items.decided";
const MADE: &str = "decision.made";
/// The title of what the index puts into no group.
const UNGROUPED: &str = "Items without a group";

impl Open {
    pub(crate) fn group_items(&self, request: &ItemsGroup) -> Done<CaseView> {
        let title = one_line(request.title.reveal());
        let group = NewGroup {
            group: GroupId::new(self.ports.ids.next()),
            items: request.items,
            pages: request.pages,
            title: Written::of(&title),
        };
        let command = Command::Search(SearchCommand::Group { on: self.ports.time.today(), group });
        let text = Text::written(GROUPED, "title", &title);
        self.record_and_show(request.command_id, request.case, request.version, command, text)
    }

    pub(crate) fn decide_items(&self, request: &ItemsDecide) -> Done<CaseView> {
        let items = DecideItems {
            on: self.ports.time.today(),
            group: request.group,
            treatment: request.treatment,
            exemption: request.exemption,
            third_party: request.third_party,
            naming: request.naming,
            reason: Written::of(request.reason.reveal()),
            weighed: Written::of(request.weighed.reveal()),
        };
        let command = Command::Search(SearchCommand::Decide(items));
        let texts = [
            Text::written(DECIDED, "reason", request.reason.reveal()),
            Text::written(DECIDED, "weighed", request.weighed.reveal()),
        ];
        let texts = texts.into_iter().flatten();
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn record_decision(&self, request: &DecisionRecord) -> Done<CaseView> {
        let command = Command::Search(SearchCommand::Conclude {
            on: request.on,
            outcome: request.outcome,
            advice: request.standing,
            decided_by: Written::of(request.decided_by.reveal()),
            reason: Written::of(request.reason.reveal()),
            why_not: Written::of(request.why_not.reveal()),
        });
        let texts = [
            Text::written(MADE, "advice", request.advice.reveal()),
            Text::written(MADE, "decided_by", &one_line(request.decided_by.reveal())),
            Text::written(MADE, "role", &one_line(request.role.reveal())),
            Text::written(MADE, "reason", request.reason.reveal()),
            Text::written(MADE, "why_not", request.why_not.reveal()),
        ];
        let texts = texts.into_iter().flatten();
        self.record_and_show(request.command_id, request.case, request.version, command, texts)
    }

    pub(crate) fn import_items(&self, request: &ItemsImport) -> Done<ItemsImported> {
        let title = "Choose the list of items, saved as CSV";
        let path = self.ask_for_file(title)?;
        let bytes =
            read_file(&path, LARGEST_FILE, "The list is larger than 20 MiB. Divide it into several lists.")?;
        let index = item_index::read(&bytes)
            .map_err(|unreadable| AppError::from(IpcError::field("file", unreadable.sentence())))?;
        if index.rows.is_empty() {
            let message = "No line of this list could be used. Nothing was recorded.";
            return Err(IpcError::field("file", message).into());
        }
        let today = self.ports.time.today();
        let groups = grouped(&index);
        let imported = said(&index, groups.len());
        let (command, mut texts) = self.importing(&groups, &index, today);
        texts.push(Text::new("items.imported", "index", bytes));
        let record = Record {
            command_id: request.command_id,
            case: request.case,
            version: Some(request.version),
            command,
            texts,
            forget_drafts: Vec::new(),
        };
        self.inner().record(&self.ports, record)?;
        Ok(Reply::changed(imported, vec![Topic::Case { case: request.case }, Topic::Cases]))
    }

    fn importing(&self, groups: &[Group<'_>], index: &Index, today: NaiveDate) -> (Command, Vec<Text>) {
        let mut texts = Vec::new();
        let mut new = Vec::new();
        let mut decided = Vec::new();
        for (nth, group) in groups.iter().enumerate() {
            let id = GroupId::new(self.ports.ids.next());
            texts.push(Text::new(GROUPED, "title", group.title.as_str()).of(nth));
            new.push(NewGroup {
                group: id,
                items: count(group.rows.len()),
                pages: group.rows.iter().filter_map(|row| row.pages).fold(0, u32::saturating_add),
                title: Written::of(&group.title),
            });
            if let Some(items) = group.decision(id, today) {
                let reason = Text::written(DECIDED, "reason", &group.reasons());
                texts.extend(reason.map(|text| text.of(decided.len())));
                decided.push(items);
            }
        }
        let items = count(index.rows.len());
        let command = SearchCommand::Import { on: today, items, groups: new, decided };
        (Command::Search(command), texts)
    }
}

/// Items that are decided about together: of one group, and treated alike.
struct Group<'a> {
    title: String,
    rows: Vec<&'a Row>,
}

/// The index in groups. Within a group of the index, items that are treated differently make groups of their own: a
/// decision is for a whole group.
fn grouped(index: &Index) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(String, String), Vec<&Row>> = BTreeMap::new();
    for row in &index.rows {
        let name = one_line(row.group.reveal());
        let name = if name.is_empty() { UNGROUPED.to_owned() } else { name };
        groups.entry((name, treatment_words(row))).or_default().push(row);
    }
    let single = |name: &str| groups.keys().filter(|(other, _)| other == name).count() == 1;
    let titles: Vec<String> =
        groups
            .keys()
            .map(|(name, treatment)| {
                if single(name) || treatment.is_empty() {
                    name.clone()
                } else {
                    format!("{name}, {treatment}")
                }
            })
            .collect();
    titles.into_iter().zip(groups.into_values()).map(|(title, rows)| Group { title, rows }).collect()
}

fn treatment_words(row: &Row) -> String {
    let Some(decision) = row.decision else { return String::new() };
    let treatment = treatment(decision).words();
    row.exemption
        .map_or_else(|| treatment.to_owned(), |exemption| format!("{treatment} ({})", exemption.code()))
}

const fn treatment(decision: ItemDecision) -> Treatment {
    match decision {
        ItemDecision::Released => Treatment::Released,
        ItemDecision::Redacted => Treatment::Redacted,
        ItemDecision::Withheld => Treatment::Withheld,
    }
}

impl Group<'_> {
    /// What the index says is decided. What needs weighing, or has no reason, is left to the DPO.
    fn decision(&self, group: GroupId, on: NaiveDate) -> Option<DecideItems> {
        let first = self.rows.first()?;
        let treatment = treatment(first.decision?);
        let exemption = first.exemption;
        let released = treatment == Treatment::Released;
        let is_plain = exemption
            .is_some_and(|exemption| exemption.is_available() && exemption != Exemption::SomeoneElse)
            && !self.reasons().is_empty();
        (released || is_plain).then(|| DecideItems {
            on,
            group,
            treatment,
            exemption: exemption.filter(|_| !released),
            third_party: None,
            naming: Naming::Named,
            reason: Written::of(&self.reasons()),
            weighed: None,
        })
    }

    /// The reasons of its items, each once.
    fn reasons(&self) -> String {
        let mut reasons: Vec<&str> = self.rows.iter().map(|row| row.reason.reveal().trim()).collect();
        reasons.retain(|reason| !reason.is_empty());
        reasons.sort_unstable();
        reasons.dedup();
        reasons.join("\n")
    }
}

fn said(index: &Index, groups: usize) -> ItemsImported {
    let unusable = index.faults.len().saturating_add(index.more_faults);
    let read = words::counted(index.rows.len(), "item", "items");
    let into = words::counted(groups, "group", "groups");
    let mut sentence = format!("Read {read} in {into}.");
    if unusable > 0 {
        let lines = words::counted(unusable, "line", "lines");
        sentence.push_str(&format!(" Left out {lines} that could not be used."));
    }
    ItemsImported {
        items: count(index.rows.len()),
        groups: count(groups),
        faults: index.faults.iter().map(|fault| format!("Line {}: {}", fault.line, fault.sentence)).collect(),
        words: sentence,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
