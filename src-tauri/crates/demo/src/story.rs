//! Two years of requests, told day by day through the door.

#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use casebook_app::ports::{Jobs, NoPrinter, Ports};
use casebook_app::{Gate, MADE_UP, Place, Strength, begin_bulk, call, end_bulk, lock, new_command_id};
use casebook_law::civil;
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::chance::Chance;
use crate::fate::{Turn, What, fate};
use crate::people::{person, request_text};
use crate::ports::{CountingIds, NoDialogs, RepeatingRandom, StoryTime};

/// The passphrase of every made-up casebook. It protects nobody.
pub const PASSPHRASE: &str = "made up people live here only";

/// Days from the first request to today.
const LENGTH: u32 = 730;

/// What to tell.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    /// How many cases.
    pub cases: u32,
    /// The same seed tells the same story.
    pub seed: u64,
    /// For how many of the newest cases letters are drawn; the older ones were answered outside the application.
    pub papers: u32,
    /// The day on which the story ends.
    pub today: NaiveDate,
}

/// What was told.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// How many cases.
    pub cases: u32,
}

/// A case while it is told.
#[derive(Default)]
pub(crate) struct Thread {
    pub(crate) case: Value,
    has_papers: bool,
}

/// Leaves a file that says so, its owner's alone like all files of a casebook.
fn mark_made_up(folder: &Path) -> std::io::Result<()> {
    let mut file = File::options();
    file.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    writeln!(file.open(folder.join(MADE_UP))?, "The people in this casebook are made up.")
}

/// Makes a casebook in `folder` and tells the story in it. `progress` hears how many cases have arrived.
///
/// # Errors
/// A sentence; a casebook half told is left where it is, for a look.
pub fn tell(folder: &Path, story: &Story, progress: &mut dyn FnMut(u32, u32)) -> Result<Told, String> {
    let first_day =
        civil::minus_days(story.today, LENGTH).ok_or("the story would begin before all calendars")?;
    let time = Arc::new(StoryTime::on(first_day));
    let ports = Ports {
        time: Arc::clone(&time) as _,
        ids: Arc::new(CountingIds::default()),
        random: Arc::new(RepeatingRandom::new(story.seed)),
        dialogs: Arc::new(NoDialogs),
        printer: Arc::new(NoPrinter),
        jobs: Jobs::unwatched(),
    };
    let place = Place { folder: folder.to_owned(), strength: Strength::FOR_TESTS, made_up: true };
    let teller = Teller { gate: Gate::new(ports, place) };
    teller.set_up()?;
    mark_made_up(folder).map_err(|error| error.to_string())?;
    let mut chance = Chance::new(story.seed);
    let mut threads: Vec<Thread> = (0..story.cases)
        .map(|number| Thread { case: Value::Null, has_papers: story.cases - number <= story.papers })
        .collect();
    let mut arrived = 0;
    begin_bulk(&teller.gate).map_err(|error| format!("{error:?}"))?;
    for turn in plan(story, first_day, &mut chance) {
        time.set(turn.on);
        if let Some(thread) = threads.get_mut(turn.case) {
            teller.take(&turn, thread, &mut chance)?;
        }
        if turn.what == What::Arrives {
            arrived += 1;
            progress(arrived, story.cases);
        }
    }
    end_bulk(&teller.gate).map_err(|error| format!("{error:?}"))?;
    lock(&teller.gate);
    Ok(Told { cases: arrived })
}

/// Everything that happens, in the order of days.
fn plan(story: &Story, first_day: NaiveDate, chance: &mut Chance) -> Vec<Turn> {
    let mut turns = Vec::new();
    for number in 0..story.cases {
        let offset = arrival(u64::from(number) + 1, u64::from(story.cases));
        let Some(arrives) = civil::plus_days(first_day, offset) else { continue };
        let case = usize::try_from(number).unwrap_or(usize::MAX);
        turns.extend(fate(arrives, case, chance).into_iter().filter(|turn| turn.on <= story.today));
    }
    turns.sort_by_key(|turn| turn.on);
    turns
}

/// Days from the beginning to the arrival of case `number` of `all`: ever more often towards today, so that the desk is as
/// full as desks are.
fn arrival(number: u64, all: u64) -> u32 {
    let (whole, ahead) = (all.saturating_mul(all), all.saturating_sub(number));
    let gone = whole.saturating_sub(ahead.saturating_mul(ahead));
    u32::try_from(u64::from(LENGTH) * gone / whole.max(1)).unwrap_or(LENGTH)
}

pub(crate) struct Teller {
    gate: Gate,
}

impl Teller {
    pub(crate) fn must(&self, name: &str, request: Value) -> Result<Value, String> {
        call(&self.gate, name, request)
            .map(|outcome| outcome.value)
            .map_err(|error| format!("{name}: {error:?}"))
    }

    fn set_up(&self) -> Result<(), String> {
        let shown = self.must("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }))?;
        let typed: Vec<Value> = shown["ask"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_u64)
            .filter_map(|place| usize::try_from(place).ok())
            .map(|place| shown["groups"][place.saturating_sub(1)].clone())
            .collect();
        self.must("recovery_confirm", json!({ "groups": typed }))?;
        let mut settings = self.must("settings_read", json!({}))?;
        let home = json!(["1 Fernhill Yard", "HARLOW", "CM20 1AA"]);
        settings["organisation"] = json!({
            "name": "Fernhill Analytics Limited", "companyNumber": "01234567", "registeredIn": "England and Wales",
            "registeredOffice": home, "address": home, "email": "dpo@fernhill.example", "phone": "", "website": "",
            "dpoName": "Alex Marlow", "dpoRole": "Data Protection Officer", "officeNation": "EW",
        });
        settings["regulator"]["address"] = json!(["3 Made-up Square", "MANCHESTER", "M1 1AA"]);
        settings["regulator"]["confirmed"] = json!(true);
        self.must("settings_save", settings)?;
        Ok(())
    }

    fn take(&self, turn: &Turn, thread: &mut Thread, chance: &mut Chance) -> Result<(), String> {
        match turn.what {
            What::Arrives => thread.case = self.arrives(turn.on, chance)?,
            What::Acknowledged if thread.has_papers => {
                self.letter(turn.on, thread, "L01", &[What::MadeFinal, What::Answered])?;
            }
            What::Acknowledged => {}
            What::IdentityAsked => {
                self.record(turn.on, thread, "identityAsked", "The e-mail address is not the one on file.")?;
            }
            What::IdentityReceived => self.record(turn.on, thread, "identityReceived", "")?,
            What::ClarificationAsked => {
                self.record(
                    turn.on,
                    thread,
                    "clarificationAsked",
                    "Eleven years of mail; which years are meant?",
                )?;
            }
            What::ClarificationReceived => self.record(turn.on, thread, "clarificationReceived", "")?,
            What::Extended => self.extended(turn.on, thread)?,
            What::Withdrawn => self.record(turn.on, thread, "withdrawn", "They rang and took it back.")?,
            What::SearchesAsked => self.searches_asked(turn.on, thread)?,
            What::SearchReported => self.search_reported(turn.on, thread, 0)?,
            What::OtherSearchReported => self.search_reported(turn.on, thread, 1)?,
            What::TaskSet => self.task_set(turn.on, thread)?,
            What::Drafted | What::MadeFinal if !thread.has_papers => {}
            What::Drafted => self.letter(turn.on, thread, "L07", &[])?,
            What::MadeFinal => self.letter(turn.on, thread, "L07", &[What::MadeFinal])?,
            What::Answered if thread.has_papers => self.sent(turn.on, thread, "L07")?,
            What::Answered => {
                self.record(turn.on, thread, "answeredOutside", "Answered from the DPO’s mailbox.")?;
            }
            What::Closed => {
                let is_withdrawn = thread.case["statusWords"] == json!("Withdrawn");
                let resolution = if is_withdrawn { "withdrawn" } else { "answered" };
                let request = self.about(thread, &json!({ "resolution": resolution, "reason": "" }));
                thread.case = self.must("case_close", request)?;
            }
        }
        Ok(())
    }

    fn arrives(&self, on: NaiveDate, chance: &mut Chance) -> Result<Value, String> {
        let person = person(chance);
        let channel = chance.one(&["post", "email", "email", "webForm"]).copied().unwrap_or("post");
        self.must(
            "request_receive",
            json!({
                "commandId": new_command_id(&self.gate),
                "receivedOn": on,
                "channel": channel,
                "receivedBy": "Reception",
                "rights": ["access"],
                "text": request_text(chance, &person.name),
                "name": person.name,
                "salutation": person.salutation,
                "address": person.address,
                "email": person.email,
                "phone": "",
                "theirReference": "",
            }),
        )
    }

    fn record(&self, on: NaiveDate, thread: &mut Thread, what: &str, text: &str) -> Result<(), String> {
        let request = self.about(
            thread,
            &json!({
                "what": what, "on": on, "text": text, "channel": "email", "ground": null,
                "doubt": "unknown_email", "level": "known_channel",
            }),
        );
        thread.case = self.must("case_record", request)?;
        Ok(())
    }

    /// A request about a case: its id, its version, a command id, and the rest.
    pub(crate) fn about(&self, thread: &Thread, rest: &Value) -> Value {
        let mut request = Map::new();
        request.insert("commandId".to_owned(), json!(new_command_id(&self.gate)));
        request.insert("case".to_owned(), thread.case["case"].clone());
        request.insert("version".to_owned(), thread.case["version"].clone());
        request.extend(rest.as_object().cloned().unwrap_or_default());
        Value::Object(request)
    }

    /// Begins or takes up a letter, fills it, and goes as far as asked.
    fn letter(&self, on: NaiveDate, thread: &mut Thread, kind: &str, then: &[What]) -> Result<(), String> {
        let begun = self.must("letter_begin", json!({ "case": thread.case["case"], "kind": kind }))?;
        let kept = self.must("letter_keep", filled(&begun, on))?;
        if then.contains(&What::MadeFinal) {
            let request = json!({
                "commandId": new_command_id(&self.gate),
                "letter": kept["letter"],
                "revision": kept["revision"],
                "caseVersion": kept["caseVersion"],
            });
            self.must("letter_make_final", request)?;
        }
        if then.contains(&What::Answered) {
            return self.sent(on, thread, kind);
        }
        thread.case = self.must("case_read", json!({ "case": thread.case["case"] }))?;
        Ok(())
    }

    fn sent(&self, on: NaiveDate, thread: &mut Thread, kind: &str) -> Result<(), String> {
        let case = self.must("case_read", json!({ "case": thread.case["case"] }))?;
        let letters = case["letters"].as_array().cloned().unwrap_or_default();
        let letter = letters
            .iter()
            .find(|letter| letter["kind"] == json!(kind) && letter["state"] == json!("final"))
            .ok_or("a letter to send was not found")?;
        let request = json!({
            "commandId": new_command_id(&self.gate), "letter": letter["letter"], "caseVersion": case["version"],
            "channel": "post", "on": on, "class": "first", "tracking": "",
        });
        thread.case = self.must("letter_record_sent", request)?;
        Ok(())
    }
}

/// The draft with everything written that the law asks for.
fn filled(letter: &Value, on: NaiveDate) -> Value {
    let (mut fields, mut not_applicable) = (Map::new(), Map::new());
    for field in letter["fields"].as_array().into_iter().flatten() {
        let key = field["key"].as_str().unwrap_or_default().to_owned();
        let written = words_for(&key);
        if field["mayNotApply"] == json!(true) && written.is_none() {
            not_applicable.insert(key, field["startingReason"].clone());
        } else {
            fields.insert(key, written.map_or_else(|| field["value"].clone(), |words| json!(words)));
        }
    }
    let enclosures = if letter["kind"] == json!("L07") {
        json!([{ "title": "Copy of your data", "pages": 14 }])
    } else {
        json!([])
    };
    json!({
        "letter": letter["letter"], "revision": letter["revision"], "addressee": letter["addressee"],
        "salutation": letter["salutation"], "datedOn": on, "largePrint": false, "electronic": false,
        "fields": fields, "notApplicable": not_applicable, "enclosures": enclosures,
    })
}

/// Words for the fields that only a DPO can fill.
fn words_for(key: &str) -> Option<&'static str> {
    match key {
        "searched" => Some(
            "our customer records, our mailboxes, our support records, our accounts and the record of this request",
        ),
        "purposes" => Some("- to answer your support requests\n- to keep our accounts"),
        "categories" => Some(
            "- your name and your e-mail and postal address\n- what you wrote to us and what we wrote to you",
        ),
        "found" => Some(
            "We found 14 pages: your contact details, four support requests with our answers, and two invoices.",
        ),
        "recipients" => Some(
            "Larch Hosting Limited (United Kingdom) keeps our servers. Nobody else has received your data.",
        ),
        "retention" => Some(
            "- data about your use of our websites: at most 12 months\n- support requests: three years\n- invoices: six years, because the law on company accounts asks for it",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use casebook_app::ports::{Jobs, NoPrinter, Ports};
    use casebook_app::{Gate, Place, Strength, call};
    use serde_json::json;

    use super::{PASSPHRASE, Story, tell};
    use crate::ports::{CountingIds, NoDialogs, RepeatingRandom, StoryTime};

    /// Whoever opens such a casebook later, and knows nothing of how it came about, is told.
    #[test]
    fn a_story_once_told_says_that_its_people_are_made_up() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("demo");
        let today = "2026-11-22".parse().unwrap();
        let told = tell(&place, &Story { cases: 2, seed: 7, papers: 0, today }, &mut |_, _| {}).unwrap();
        assert_eq!(told.cases, 2);
        let ports = Ports {
            time: Arc::new(StoryTime::on(today)),
            ids: Arc::new(CountingIds::default()),
            random: Arc::new(RepeatingRandom::new(1)),
            dialogs: Arc::new(NoDialogs),
            printer: Arc::new(NoPrinter),
            jobs: Jobs::unwatched(),
        };
        let gate = Gate::new(ports, Place { folder: place, strength: Strength::FOR_TESTS, made_up: false });
        let made_up = || call(&gate, "gate_status", json!({})).unwrap().value["madeUp"].clone();
        assert_eq!(made_up(), json!(true));
        call(&gate, "casebook_unlock", json!({ "passphrase": PASSPHRASE, "recoveryKey": null })).unwrap();
        assert_eq!(made_up(), json!(true));
    }
}
