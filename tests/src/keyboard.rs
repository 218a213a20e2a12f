//! The window without a pointer: whatever is pressed, filled or picked is reached with Tab and arrows, and done with Enter
//! or Space. What no key leads to cannot be done, and the test says so.

use std::sync::atomic::Ordering;

use anyhow::{Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::window::{Window, until};

/// So many keys lead from one end of the longest screen to the other.
const FAR: usize = 250;
const ENTER: &str = "\u{e007}";

impl Window {
    /// From now on nothing is clicked.
    #[must_use]
    pub fn without_pointer(self) -> Self {
        self.by_keys.store(true, Ordering::Relaxed);
        self
    }

    pub(crate) fn has_no_pointer(&self) -> bool {
        self.by_keys.load(Ordering::Relaxed)
    }

    /// Presses one key.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.keys(&String::from(char::from(key))).await
    }

    /// Brings the focus to something named; the kinds are those of `sight.js`. Answers the keys that press it.
    ///
    /// # Errors
    /// If it is not there, if no key leads to it, or if it is covered when the focus is on it.
    pub(crate) async fn reach(&self, kind: &str, name: &str) -> Result<&'static str> {
        let there = until(&format!("there is a {kind} “{name}”"), async || {
            Ok(self.way(kind, name).await?.0 != "nowhere")
        })
        .await;
        if let Err(error) = there {
            drop(self.picture("failed").await);
            return Err(error.context(format!("seen: {}", self.seen().await.unwrap_or_default())));
        }
        let mut passed: Vec<String> = Vec::new();
        for _ in 0..FAR {
            let (way, focused) = self.way(kind, name).await?;
            passed.push(focused);
            match way.as_str() {
                "enter" | "space" => {
                    self.is_uncovered(name).await?;
                    return Ok(if way == "space" { " " } else { ENTER });
                }
                "tab" => self.key(Key::Tab).await?,
                "back" => self.chord(&[Key::Shift], &String::from(char::from(Key::Tab))).await?,
                "left" => self.key(Key::Left).await?,
                "right" => self.key(Key::Right).await?,
                "up" => self.key(Key::Up).await?,
                "down" => self.key(Key::Down).await?,
                _ => break,
            }
        }
        drop(self.picture("failed").await);
        bail!("no key leads to the {kind} “{name}”; passed: {}", passed.join(" | "))
    }

    /// What has the focus is seen, once the page has scrolled to it.
    async fn is_uncovered(&self, name: &str) -> Result<()> {
        until(&format!("“{name}”, which has the focus, is seen"), async || {
            let cover = self.ask("coveredBy", json!([])).await?;
            ensure!(cover == json!(""), "it is covered by “{cover}”");
            Ok(true)
        })
        .await
    }

    pub(crate) async fn press_by_keys(&self, name: &str) -> Result<()> {
        let keys = self.reach("pressable", name).await?;
        self.keys(keys).await
    }

    /// The key to press next, and what has the focus.
    async fn way(&self, kind: &str, name: &str) -> Result<(String, String)> {
        let answer = self.ask("way", json!([kind, name])).await?;
        let part = |place: usize| answer.get(place).and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok((part(0), part(1)))
    }
}
