//! How the window looks: its pictures, its sizes, its themes, and what axe-core and a ruler say of it.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::place;
use crate::window::{SIGHT, Window, step, until};

/// Every look of the page. The last two are high contrast.
pub const THEMES: [&str; 4] = ["light", "dark", "contrastLight", "contrastDark"];

impl Window {
    /// Keeps a picture under target/pictures, with a number that says when it was taken.
    ///
    /// # Errors
    /// If it cannot be taken or kept.
    pub async fn picture(&self, what: &str) -> Result<()> {
        let number = self.taken.fetch_add(1, Ordering::Relaxed);
        self.keep_picture(self.pictures.join(format!("{}-{number:02}-{what}.png", self.name))).await
    }

    /// Keeps a picture of a screen under target/pictures/screens.
    ///
    /// # Errors
    /// If it cannot be taken or kept.
    pub async fn picture_of_screen(&self, screen: &str) -> Result<()> {
        let folder = place::kept("pictures/screens")?;
        self.keep_picture(folder.join(format!("{screen}.png"))).await
    }

    async fn keep_picture(&self, file: PathBuf) -> Result<()> {
        self.is_painted().await?;
        let picture = step("a picture is taken", self.client.screenshot()).await?;
        std::fs::write(&file, picture).with_context(|| format!("{} could not be written", file.display()))
    }

    /// Waits until what was changed last is painted, and nothing is on its way any more.
    async fn is_painted(&self) -> Result<()> {
        let painted = format!("{SIGHT}\nsight.painted().then(arguments[0]);");
        self.slow_script(&painted, Vec::new()).await.map(|_| ())
    }

    /// Makes the window so large, in CSS pixels. Half of both is what a page at 200 % gets.
    ///
    /// # Errors
    /// If it does not become so large.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        step("the window is resized", self.client.set_window_size(width, height)).await?;
        until(&format!("the window is {width} by {height}"), async || {
            let size = self.script("return [innerWidth, innerHeight]", Vec::new()).await?;
            Ok(size == json!([width, height]))
        })
        .await?;
        self.is_painted().await
    }

    /// Shows the page in another look.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn show_theme(&self, theme: &str) -> Result<()> {
        self.ask("theme", json!([theme])).await.map(|_| ())
    }

    /// What axe-core has to say about the page as it is, one line a finding: all its rules in the first of these looks,
    /// colours in the others.
    ///
    /// # Errors
    /// If axe-core is not installed or fails.
    pub async fn accessibility(&self, themes: &[&str]) -> Result<Vec<String>> {
        if self.script("return window.axe === undefined", Vec::new()).await? == json!(true) {
            let axe = std::fs::read_to_string(place::top().join("ui/node_modules/axe-core/axe.min.js"))
                .context("axe-core is missing: npm ci --prefix ui")?;
            self.script(&axe, Vec::new()).await?;
        }
        let look = format!(
            "{SIGHT}\nsight.axe(arguments[0]).then(arguments[1], (fault) => arguments[1]([String(fault)]));"
        );
        Ok(texts(&self.slow_script(&look, vec![json!(themes)]).await?))
    }

    /// What is wider than the window, if anything.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn too_wide(&self) -> Result<Vec<String>> {
        Ok(texts(&self.ask("wide", json!([])).await?))
    }

    /// What Tab leads to and is not seen when it has the focus.
    ///
    /// # Errors
    /// If the window does not answer.
    pub async fn lost_focus(&self) -> Result<Vec<String>> {
        Ok(texts(&self.ask("lost", json!([])).await?))
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
