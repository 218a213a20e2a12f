//! A casebook in a temporary folder, used through the same door as the window's.

use std::path::PathBuf;
use std::sync::Arc;

use casebook_app::ports::{Jobs, Ports};
use casebook_app::{Gate, Place, Strength, blob, call, lock};
use casebook_ipc::{IpcError, Outcome};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use casebook_demo::ports::{CountingIds, RepeatingRandom};

use crate::{FixedTime, ListedDialogs, PaperTray, ProgressSeen};

/// The passphrase of test casebooks.
pub const PASSPHRASE: &str = "violet tram kettle orbit parsnip";

/// A new command id for a test.
#[must_use]
pub fn command_id(number: u64) -> String {
    Uuid::from_u128(0x0190_0000_0000_7000_9000_0000_0000_0000 | u128::from(number)).to_string()
}

/// A casebook in a folder of its own, and everything around it.
pub struct TestCasebook {
    /// Its door.
    pub gate: Gate,
    /// Today, for it.
    pub time: Arc<FixedTime>,
    /// What its dialogs will answer.
    pub dialogs: Arc<ListedDialogs>,
    /// What its printer printed.
    pub paper: Arc<PaperTray>,
    /// What was shown of long work.
    pub progress: Arc<ProgressSeen>,
    /// A temporary folder that goes with it; the casebook lies in it unless another place was named.
    pub folder: TempDir,
    ports: Ports,
    place: PathBuf,
}

impl TestCasebook {
    /// No casebook yet.
    ///
    /// # Panics
    /// If no temporary folder can be made.
    #[must_use]
    pub fn absent(today: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join("casebook");
        Self::absent_in(folder, place, today)
    }

    /// No casebook yet, and the place for it named.
    ///
    /// # Panics
    /// If no temporary folder can be made.
    #[must_use]
    pub fn absent_at(place: PathBuf, today: &str) -> Self {
        Self::absent_in(tempfile::tempdir().expect("a temporary folder"), place, today)
    }

    fn absent_in(folder: TempDir, place: PathBuf, today: &str) -> Self {
        let time = Arc::new(FixedTime::on(today));
        let dialogs = Arc::new(ListedDialogs::default());
        let paper = Arc::new(PaperTray::default());
        let progress = Arc::new(ProgressSeen::default());
        let ports = Ports {
            time: Arc::clone(&time) as _,
            ids: Arc::new(CountingIds::default()),
            random: Arc::new(RepeatingRandom::new(42)),
            dialogs: Arc::clone(&dialogs) as _,
            printer: Arc::clone(&paper) as _,
            jobs: Jobs::watched_by(Arc::clone(&progress) as _),
        };
        let gate = Gate::new(ports.clone(), at(place.clone()));
        Self { gate, time, dialogs, paper, progress, folder, ports, place }
    }

    /// A new, empty casebook, open and set up.
    ///
    /// # Panics
    /// If any step of setting up fails.
    #[must_use]
    pub fn ready(today: &str) -> Self {
        Self::absent(today).set_up()
    }

    /// The same in a folder named, for example on a small disk.
    ///
    /// # Panics
    /// If any step of setting up fails.
    #[must_use]
    pub fn ready_in(place: PathBuf, today: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::absent_in(folder, place, today).set_up()
    }

    fn set_up(self) -> Self {
        let casebook = self;
        let shown =
            casebook.must("casebook_create", json!({ "passphrase": PASSPHRASE, "again": PASSPHRASE }));
        let typed: Vec<Value> = shown["ask"]
            .as_array()
            .expect("two groups are asked for")
            .iter()
            .map(|place| shown["groups"][place.as_u64().expect("a number") as usize - 1].clone())
            .collect();
        casebook.must("recovery_confirm", json!({ "groups": typed }));
        let mut settings = casebook.must("settings_read", json!({}));
        settings["organisation"] = organisation();
        settings["regulator"]["address"] = json!(["No. 3 Circle Square", "MANCHESTER", "M1 7FS"]);
        settings["regulator"]["confirmed"] = json!(true);
        casebook.must("settings_save", settings);
        casebook
    }

    /// Calls a command at either door.
    ///
    /// # Errors
    /// What the command answers.
    pub fn call(&self, name: &str, request: Value) -> Result<Outcome, IpcError> {
        call(&self.gate, name, request)
    }

    /// Calls a command that must succeed.
    ///
    /// # Panics
    /// If it does not.
    pub fn must(&self, name: &str, request: Value) -> Value {
        match self.call(name, request) {
            Ok(outcome) => outcome.value,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    /// One search of a case, asked for and reported, as every answer needs: this many pages were found. Answers the
    /// case. `number` keeps its command ids apart from those of the test.
    ///
    /// # Panics
    /// If it cannot be recorded.
    #[must_use]
    pub fn searched(&self, case: &Value, on: &str, pages: u32, number: u64) -> Value {
        let asked = self.must(
            "searches_ask",
            json!({
                "commandId": command_id(number), "case": case["case"], "version": case["version"], "on": on, "due": on,
                "places": [{ "system": null, "place": "the customer records", "who": "" }], "terms": "the name",
                "period": "",
            }),
        );
        let result = if pages == 0 { "nothing" } else { "found" };
        self.must(
            "search_report",
            json!({
                "commandId": command_id(number + 1), "case": case["case"], "version": asked["version"],
                "search": asked["search"]["places"][0]["search"], "on": on, "result": result, "pages": pages, "by": "",
                "note": "", "proof": "",
            }),
        )
    }

    /// The day it is, as commands write it.
    #[must_use]
    pub fn today(&self) -> String {
        use casebook_app::ports::TimeSource as _;
        self.time.today().to_string()
    }

    /// The bytes behind a name.
    ///
    /// # Panics
    /// If there are none.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        blob(&self.gate, name).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Locks it, and makes the door anew as after a restart.
    pub fn restart(&mut self) {
        lock(&self.gate);
        self.gate = Gate::new(self.ports.clone(), at(self.place.clone()));
    }

    /// Opens it with the passphrase.
    ///
    /// # Panics
    /// If it does not open.
    pub fn unlock(&self) {
        self.must("casebook_unlock", json!({ "passphrase": PASSPHRASE, "recoveryKey": null }));
    }

    /// A second door to the same folder, as of a second process.
    #[must_use]
    pub fn second_door(&self) -> Gate {
        Gate::new(self.ports.clone(), at(self.place.clone()))
    }

    /// The casebook's folder.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        self.place.clone()
    }
}

fn at(folder: PathBuf) -> Place {
    Place { folder, strength: Strength::FOR_TESTS, made_up: false }
}

fn organisation() -> Value {
    json!({
        "name": "Fernhill Analytics Limited",
        "companyNumber": "01234567",
        "registeredIn": "England and Wales",
        "registeredOffice": ["1 Fernhill Yard", "HARLOW", "CM20 1AA"],
        "address": ["1 Fernhill Yard", "HARLOW", "CM20 1AA"],
        "email": "dpo@fernhill.example",
        "phone": "",
        "website": "",
        "dpoName": "Alex Marlow",
        "dpoRole": "Data Protection Officer",
        "officeNation": "EW",
    })
}
