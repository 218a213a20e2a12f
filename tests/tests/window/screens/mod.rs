//! Every screen and every dialog in every look: read by axe-core, pictured at 1280 by 800 in light and dark, and at 200 %,
//! where nothing may be wider than the window and whatever has the focus is seen. Pictures are kept in
//! `target/pictures/screens`.

mod busy;
mod case;
mod gate;
mod intake;
mod letters;
mod places;

use anyhow::{Result, ensure};
use casebook_tests::Window;
use casebook_tests::looks::THEMES;
use fantoccini::key::Key;

use crate::steps::choose;

/// The window of a small notebook, and what is left of it at 200 %.
const WINDOW: (u32, u32) = (1280, 800);
const AT_200: (u32, u32) = (640, 400);

/// A walk through screens, and what was found on the way.
struct Walk {
    window: Window,
    /// The looks of high contrast: each has its turn.
    contrast: [&'static str; 2],
    found: Vec<String>,
}

impl Walk {
    async fn begin(window: Window) -> Result<Self> {
        window.resize(WINDOW.0, WINDOW.1).await?;
        let [_, _, contrast @ ..] = THEMES;
        Ok(Self { window, contrast, found: Vec::new() })
    }

    /// Looks at the screen as it is.
    async fn look(&mut self, screen: &str) -> Result<()> {
        let window = &self.window;
        let [light, dark, ..] = THEMES;
        for theme in [light, dark] {
            window.show_theme(theme).await?;
            window.picture_of_screen(&format!("{screen}-{theme}")).await?;
        }
        self.contrast.reverse();
        let [third, _] = self.contrast;
        let mut found = window.accessibility(&[light, dark, third]).await?;
        window.resize(AT_200.0, AT_200.1).await?;
        let wide = window.too_wide().await?;
        found.extend(wide.into_iter().map(|what| format!("at 200 % this is wider than the window: {what}")));
        window.picture_of_screen(&format!("{screen}-200")).await?;
        let lost = window.lost_focus().await?;
        found.extend(lost.into_iter().map(|what| format!("at 200 %: {what}")));
        window.resize(WINDOW.0, WINDOW.1).await?;
        let wide = window.too_wide().await?;
        found.extend(wide.into_iter().map(|what| format!("this is wider than the window: {what}")));
        found.extend([window.breaches().await?, window.faults().await?].concat());
        self.found.extend(found.into_iter().map(|what| format!("{screen}: {what}")));
        Ok(())
    }

    /// Goes to a place, waits until this is seen, and looks.
    async fn visit(&mut self, place: &str, seen: &str, screen: &str) -> Result<()> {
        self.window.go(place).await?;
        self.window.sees(seen).await?;
        self.look(screen).await
    }

    /// Presses what opens a dialog, looks at it and leaves it.
    async fn dialog(&mut self, opener: &str, screen: &str) -> Result<()> {
        self.window.press(opener).await?;
        self.look_and_leave(screen).await
    }

    /// The same with what stands in the menu of a case.
    async fn case_dialog(&mut self, what: &str, screen: &str) -> Result<()> {
        choose(&self.window, what).await?;
        self.look_and_leave(screen).await
    }

    /// Looks at the dialog that opens, and leaves it.
    async fn look_and_leave(&mut self, screen: &str) -> Result<()> {
        self.window.shows_dialog(true).await?;
        self.look(screen).await?;
        self.window.key(Key::Escape).await?;
        self.window.shows_dialog(false).await
    }

    async fn end(self) -> Result<()> {
        self.window.quit().await?;
        ensure!(self.found.is_empty(), "{} findings:\n{}", self.found.len(), self.found.join("\n"));
        Ok(())
    }
}
