//! The real window, as somebody sits before it: what is seen, pressed and typed goes by visible names, never by the
//! page's inner structure.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::File;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::{Driver, STEP};
use crate::place;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(60);
/// So many keys are one step of the driver.
const AT_ONCE: usize = 24;
pub(crate) const SIGHT: &str = include_str!("sight.js");

/// Looks again and again until the answer is yes.
///
/// # Errors
/// When patience ends; the error says what was waited for and what was wrong last.
pub async fn until(what: &str, mut ask: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    let end = tokio::time::Instant::now() + PATIENCE;
    loop {
        let answer = ask().await;
        match answer {
            Ok(true) => return Ok(()),
            Ok(false) if tokio::time::Instant::now() > end => bail!("waited in vain until {what}"),
            Err(error) if tokio::time::Instant::now() > end => {
                return Err(error.context(format!("waited in vain until {what}")));
            }
            Ok(false) | Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// An open window with its driver.
pub struct Window {
    pub(crate) client: Client,
    driver: Driver,
    pub(crate) pictures: PathBuf,
    pub(crate) name: String,
    pub(crate) taken: AtomicUsize,
    pub(crate) by_keys: AtomicBool,
}

impl Window {
    pub(crate) async fn open(
        name: &str,
        home: &Path,
        program: &Path,
        words: Vec<String>,
        environment: &BTreeMap<&'static str, OsString>,
        log: File,
    ) -> Result<Self> {
        ensure!(std::env::var_os("DISPLAY").is_some_and(|screen| !screen.is_empty()), NO_SCREEN);
        let driver = Driver::start(home, program, environment, log).await?;
        let wishes = json!({ "webkitgtk:browserOptions": { "binary": program, "args": words } });
        let Value::Object(wishes) = wishes else { bail!("wishes are an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wishes);
        let client = step("the window opens", builder.connect(&driver.address())).await?;
        let window = Self {
            client,
            driver,
            pictures: place::kept("pictures")?,
            name: name.to_owned(),
            taken: AtomicUsize::new(1),
            by_keys: AtomicBool::new(false),
        };
        window.seen().await?;
        Ok(window)
    }

    /// Waits until this text is seen.
    ///
    /// # Errors
    /// If it does not appear; the error holds what is seen instead.
    pub async fn sees(&self, text: &str) -> Result<()> {
        let seen = until(&format!("“{text}” is seen"), async || {
            Ok(self.seen().await?.contains(&squeezed(text)))
        })
        .await;
        match seen {
            Ok(()) => Ok(()),
            Err(error) => {
                Err(error.context(format!("seen instead: {}", self.seen().await.unwrap_or_default())))
            }
        }
    }

    /// Everything that is seen just now, in one line.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn seen(&self) -> Result<String> {
        let text = self.ask("seen", json!([])).await?;
        Ok(squeezed(text.as_str().unwrap_or_default()))
    }

    /// Presses what is called so: a button, link, tab, menu entry, choice.
    ///
    /// # Errors
    /// If there is no such thing or it cannot be pressed.
    pub async fn press(&self, name: &str) -> Result<()> {
        if self.has_no_pointer() {
            return self.press_by_keys(name).await;
        }
        self.with("pressable", name, async |element| element.click().await).await
    }

    /// Turns to a part of the screen by its tab; a place of the window may be called the same.
    ///
    /// # Errors
    /// If there is no such tab.
    pub async fn turn_to(&self, tab: &str) -> Result<()> {
        if self.has_no_pointer() {
            return self.reach("tab", tab).await.map(|_| ());
        }
        self.with("tab", tab, async |element| element.click().await).await
    }

    /// Waits until nothing that can be pressed is called so any more.
    ///
    /// # Errors
    /// If it stays.
    pub async fn is_rid_of(&self, name: &str) -> Result<()> {
        let gone = until(&format!("“{name}” is gone"), async || Ok(!self.offers(name).await?)).await;
        match gone {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("seen: {}", self.seen().await.unwrap_or_default()))),
        }
    }

    /// Whether something that can be pressed is called so just now.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn offers(&self, name: &str) -> Result<bool> {
        Ok(self.ask("offers", json!([name])).await? == json!(true))
    }

    /// Types into the field with this label, at the end of what is there.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn write(&self, label: &str, text: &str) -> Result<()> {
        let keys = typed(text);
        if self.has_no_pointer() {
            self.reach("field", label).await?;
            return self.keys(&keys).await;
        }
        self.with("field", label, async |element| element.send_keys(&keys).await).await
    }

    /// Replaces what stands in the field with this label.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let keys = typed(text);
        if self.has_no_pointer() {
            self.reach("field", label).await?;
            self.chord(&[Key::Control], "a").await?;
            let delete = String::from(char::from(Key::Delete));
            return self.keys(if text.is_empty() { &delete } else { &keys }).await;
        }
        self.with("field", label, async |element| {
            element.click().await?;
            element.send_keys(&chord(&[Key::Control], "a")).await?;
            if text.is_empty() {
                element.send_keys(&String::from(char::from(Key::Delete))).await
            } else {
                element.send_keys(&keys).await
            }
        })
        .await
    }

    /// Whether there is a field with this label just now.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn has_field(&self, label: &str) -> Result<bool> {
        Ok(self.ask("hasField", json!([label])).await? == json!(true))
    }

    /// The entries of the list with this name.
    ///
    /// # Errors
    /// If there is no such list.
    pub async fn list(&self, name: &str) -> Result<Vec<String>> {
        let entries = self.ask("list", json!([name])).await?;
        let entries = entries.as_array().with_context(|| format!("there is no list “{name}”"))?;
        Ok(entries.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Puts a text into a field at once, as pasting does.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn paste(&self, label: &str, text: &str) -> Result<()> {
        if self.has_no_pointer() {
            return self.write(label, text).await;
        }
        self.with("field", label, async |element| element.click().await).await?;
        self.ask("paste", json!([label, text])).await.map(|_| ())
    }

    /// What stands in the field with this label.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn content(&self, label: &str) -> Result<String> {
        let content = self.ask("content", json!([label])).await?;
        content.as_str().map(str::to_owned).with_context(|| format!("there is no field “{label}”"))
    }

    /// Types a date, day first, into the date field with this label.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn write_date(&self, label: &str, day: u32, month: u32, year: i32) -> Result<()> {
        if self.has_no_pointer() {
            self.reach("date", label).await?;
        } else {
            self.with("date", label, async |element| element.click().await).await?;
        }
        self.keys(&format!("{day:02}{month:02}{year:04}")).await
    }

    /// Chooses from the menu of options with this label.
    ///
    /// # Errors
    /// If there is no such menu or option.
    pub async fn pick(&self, label: &str, option: &str) -> Result<()> {
        if self.has_no_pointer() {
            self.reach("menu", label).await?;
            self.keys(&String::from(char::from(Key::Enter))).await?;
        } else {
            self.with("menu", label, async |element| element.click().await).await?;
        }
        self.press(option).await
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        let focused = step("something has the focus", self.client.active_element()).await?;
        // A long text is many steps: on a busy machine each key takes its time.
        let keys: Vec<char> = keys.chars().collect();
        for part in keys.chunks(AT_ONCE) {
            step("keys are typed", focused.send_keys(&String::from_iter(part))).await?;
        }
        Ok(())
    }

    /// Presses a key while others are held.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn chord(&self, held: &[Key], key: &str) -> Result<()> {
        self.keys(&chord(held, key)).await
    }

    /// Moves on with the Tab key until what has this label or name has the focus.
    ///
    /// # Errors
    /// If it is not reached.
    pub async fn tab_to(&self, name: &str) -> Result<()> {
        let mut passed = Vec::new();
        for _ in 0..60 {
            self.keys(&String::from(char::from(Key::Tab))).await?;
            let focused = self.focused().await?;
            // A part of a date is called "day, Received on", a field that may stay empty "Name (optional)".
            if focused == name
                || focused.starts_with(&format!("{name} ("))
                || focused.ends_with(&format!(" {name}"))
            {
                let cover = self.ask("coveredBy", json!([])).await?;
                ensure!(cover == json!(""), "“{name}” has the focus and is covered by “{cover}”");
                return Ok(());
            }
            passed.push(focused);
        }
        bail!("“{name}” is not reached with Tab; passed: {}", passed.join(" | "))
    }

    /// The label or name of what has the focus.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn focused(&self) -> Result<String> {
        Ok(self.ask("focused", json!([])).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script on the page and answers what it returns.
    ///
    /// # Errors
    /// If it fails.
    pub async fn script(&self, script: &str, words: Vec<Value>) -> Result<Value> {
        step("a script runs", self.client.execute(script, words)).await
    }

    /// Runs a script that answers later, through its last argument.
    ///
    /// # Errors
    /// If it fails.
    pub async fn slow_script(&self, script: &str, words: Vec<Value>) -> Result<Value> {
        step("a script runs", self.client.execute_async(script, words)).await
    }

    /// Asks the core as the page does.
    ///
    /// # Errors
    /// If the core does not answer, or answers a problem.
    pub async fn call(&self, name: &str, request: Value) -> Result<Value> {
        let ask = "const [name, request, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', { name, request })
                .then((answer) => done({ answer }), (problem) => done({ problem }));";
        let told = self.slow_script(ask, vec![json!(name), request]).await?;
        told.get("answer").cloned().with_context(|| format!("{name}: {told}"))
    }

    /// The address of the page.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn address(&self) -> Result<String> {
        let address = self.script("return location.href", Vec::new()).await?;
        Ok(address.as_str().unwrap_or_default().to_owned())
    }

    /// The window's title.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn title(&self) -> Result<String> {
        step("the title is read", self.client.title()).await
    }

    /// Breaches of the content policy so far, in words.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn breaches(&self) -> Result<Vec<String>> {
        let breaches = self.ask("breaches", json!([])).await?;
        Ok(breaches.as_array().into_iter().flatten().map(ToString::to_string).collect())
    }

    /// Scripts of the page that failed so far.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn faults(&self) -> Result<Vec<String>> {
        let faults = self.ask("faults", json!([])).await?;
        Ok(faults.as_array().into_iter().flatten().map(ToString::to_string).collect())
    }

    /// Goes to a place of the page by its address, such as `#/cases`.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn go(&self, place: &str) -> Result<()> {
        self.ask("go", json!([place])).await.map(|_| ())
    }

    /// Waits until a dialog is open, or none is.
    ///
    /// # Errors
    /// If it does not come or stays.
    pub async fn shows_dialog(&self, is_open: bool) -> Result<()> {
        until(if is_open { "a dialog is open" } else { "the dialog is closed" }, async || {
            Ok(self.ask("isOpen", json!([])).await? == json!(is_open))
        })
        .await
    }

    /// What the system says about the window's program, from its folder under /proc.
    ///
    /// # Errors
    /// If the program does not run or there is no such file.
    pub fn process(&self, file: &str) -> Result<String> {
        let program = self.driver.program().context("the window's program does not run")?;
        Ok(std::fs::read_to_string(format!("/proc/{}/{file}", program.as_raw_nonzero()))?)
    }

    /// Asks the program to end, as closing the window does, and waits until it has.
    ///
    /// # Errors
    /// If it does not end.
    pub async fn quit(self) -> Result<()> {
        self.driver.tell_program_to_end()?;
        until("the program has ended", async || Ok(self.driver.program().is_none())).await?;
        self.driver.end().await
    }

    /// Ends the program as a power cut does.
    ///
    /// # Errors
    /// If it does not end.
    pub async fn pull_the_plug(self) -> Result<()> {
        self.driver.kill_program()?;
        self.driver.end().await
    }

    pub(crate) async fn ask(&self, question: &str, words: Value) -> Result<Value> {
        let script = format!("{SIGHT}\nreturn sight.{question}(...arguments);");
        let Value::Array(words) = words else { bail!("words are a list") };
        self.script(&script, words).await
    }

    /// Something named, once it stands still: what opens is drawn first and moved to its place a frame later, and a
    /// pointer sent to where it was would hit what lies below.
    async fn still(&self, kind: &str, name: &str) -> Result<Value> {
        let look = format!("{SIGHT}\nsight.still(arguments[0], arguments[1]).then(arguments[2]);");
        self.slow_script(&look, vec![json!(kind), json!(name)]).await
    }

    /// Finds something by name and does something with it, again and again until that works.
    async fn with(
        &self,
        kind: &str,
        name: &str,
        act: impl AsyncFn(&Element) -> Result<(), CmdError>,
    ) -> Result<()> {
        let done = until(&format!("there is a {kind} “{name}”"), async || {
            let found = self.still(kind, name).await?;
            let Some(id) = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str)
            else {
                return Ok(false);
            };
            let element = Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
            step("something is done", act(&element)).await?;
            Ok(true)
        })
        .await;
        match done {
            Ok(()) => Ok(()),
            Err(error) => {
                drop(self.picture("failed").await);
                let seen = self.seen().await.unwrap_or_default();
                let faults = self.faults().await.unwrap_or_default();
                Err(error.context(format!("seen: {seen}; faults: {faults:?}")))
            }
        }
    }
}

const NO_SCREEN: &str = "there is no screen (DISPLAY is not set); run this test with\n  \
    xvfb-run -a -s '-screen 0 1280x900x24' dbus-run-session -- cargo test -p casebook-tests --test window";

/// Keys held, then one more, then all let go.
fn chord(held: &[Key], key: &str) -> String {
    let held: String = held.iter().map(|key| char::from(*key)).collect();
    format!("{held}{key}{}", char::from(Key::Null))
}

/// A text as keys: a new line is Enter.
fn typed(text: &str) -> String {
    text.replace('\n', &String::from(char::from(Key::Enter)))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One step of the driver, which may hang.
pub(crate) async fn step<T, E: Into<anyhow::Error>>(
    what: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T> {
    match tokio::time::timeout(STEP, work).await {
        Ok(answer) => answer.map_err(Into::into).with_context(|| format!("while {what}")),
        Err(_) => bail!("the driver did not answer while {what}"),
    }
}
