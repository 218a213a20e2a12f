//! Every screen in every look: read by axe-core, pictured, without a breach of the content policy, without anything
//! wider than the window.

use anyhow::{Result, ensure};
use casebook_testkit::PASSPHRASE;
use casebook_tests::window::THEMES;
use casebook_tests::{Desk, Window};
use fantoccini::key::Key;

use crate::steps::{
    PLACE, Request, TODAY, choose, confirm_recovery_key, make_final, open_and_unlock, pages_are_drawn,
    ready_desk, record_posted, record_request, search, set_up_organisation, write_answer,
};

/// A walk through screens, and what was found on the way.
struct Walk {
    window: Window,
    found: Vec<String>,
}

impl Walk {
    /// Looks at the screen as it is, in each look.
    async fn look(&mut self, screen: &str) -> Result<()> {
        let window = &self.window;
        for theme in THEMES {
            window.show_theme(theme).await?;
            window.picture(&format!("{screen}-{theme}")).await?;
            // Only colours differ from look to look.
            let rules: &[&str] = if theme == THEMES[0] { &[] } else { &["color-contrast"] };
            let findings = window.accessibility(rules).await?;
            self.found.extend(findings.into_iter().map(|finding| format!("{screen} ({theme}): {finding}")));
        }
        window.show_theme(THEMES[0]).await?;
        let wrong = [window.breaches().await?, window.faults().await?].concat();
        self.found.extend(wrong.into_iter().map(|what| format!("{screen}: {what}")));
        if window.overflows().await? {
            self.found.push(format!("{screen}: something is wider than the window"));
        }
        Ok(())
    }

    async fn end(self) -> Result<()> {
        self.window.quit().await?;
        ensure!(self.found.is_empty(), "{} findings:\n{}", self.found.len(), self.found.join("\n"));
        Ok(())
    }
}

#[tokio::test]
async fn making_and_unlocking_a_casebook_is_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let mut desk = Desk::new("gate")?;
    desk.set_today(TODAY);
    let mut walk = Walk { window: desk.open().await?, found: Vec::new() };
    walk.look("passphrase").await?;
    walk.window.fill("Passphrase", "short").await?;
    walk.window.press("Create casebook").await?;
    walk.window.sees("One thing needs another look").await?;
    walk.look("passphrase-refused").await?;
    walk.window.fill("Passphrase", PASSPHRASE).await?;
    walk.window.fill("The same again", PASSPHRASE).await?;
    walk.window.press("Create casebook").await?;
    walk.window.sees("Write down your recovery key").await?;
    walk.look("recovery-key").await?;
    confirm_recovery_key(&walk.window).await?;
    walk.look("organisation").await?;
    set_up_organisation(&walk.window).await?;
    walk.look("no-case").await?;
    walk.window.press("Lock").await?;
    walk.window.sees("Unlock your casebook").await?;
    walk.look("locked").await?;
    walk.window.fill("Passphrase", "not the passphrase at all").await?;
    walk.window.press("Unlock").await?;
    walk.window.sees("That does not open the casebook").await?;
    walk.look("wrong-passphrase").await?;
    walk.window.press("Use the recovery key instead").await?;
    walk.look("with-recovery-key").await?;
    walk.end().await
}

#[tokio::test]
async fn working_in_a_casebook_is_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("work")?;
    let mut walk = Walk { window: open_and_unlock(&desk).await?, found: Vec::new() };
    walk.window.press("New case").await?;
    walk.window.sees("What came in").await?;
    walk.look("new-case").await?;
    walk.window.press("Record request").await?;
    walk.window.sees("3 things need another look").await?;
    walk.look("new-case-refused").await?;
    let reference = record_request(&walk.window, &Request::ORDINARY).await?;
    walk.look("case").await?;
    walk.window.turn_to("History").await?;
    walk.window.press("Show the exact record").await?;
    walk.look("history").await?;
    walk.window.turn_to("Letters").await?;
    walk.look("no-letter").await?;
    walk.window.turn_to("Overview").await?;
    walk.window.keys("r").await?;
    walk.window.sees("Record what happened").await?;
    walk.look("record").await?;
    walk.window.press("Cancel").await?;
    walk.window.press("Change name or address of").await?;
    walk.look("party").await?;
    walk.window.press("Cancel").await?;
    walk.window.turn_to("Search & actions").await?;
    walk.window.sees("Record all as asked").await?;
    walk.look("ask-search").await?;
    search(&walk.window, PLACE, 14).await?;
    walk.look("search").await?;
    walk.window.turn_to("Decision").await?;
    walk.look("decision").await?;
    walk.window.turn_to("Documents").await?;
    walk.look("documents").await?;
    choose(&walk.window, "Write the answer").await?;
    walk.window.sees("What the search found").await?;
    pages_are_drawn(&walk.window).await?;
    walk.look("letter-begun").await?;
    walk.window.press(&reference).await?;
    letter_to_export(&mut walk, &reference).await?;
    walk.end().await
}

/// The second half of the walk: from the written letter on.
async fn letter_to_export(walk: &mut Walk, reference: &str) -> Result<()> {
    write_answer(&walk.window).await?;
    walk.look("letter-written").await?;
    walk.window.press("Make final").await?;
    walk.look("make-final").await?;
    walk.window.press("Cancel").await?;
    make_final(&walk.window).await?;
    pages_are_drawn(&walk.window).await?;
    walk.look("letter-final").await?;
    walk.window.press("Declare void").await?;
    walk.look("declare-void").await?;
    walk.window.press("Cancel").await?;
    walk.window.press("Record as sent").await?;
    walk.look("record-as-sent").await?;
    walk.window.press("Cancel").await?;
    record_posted(&walk.window).await?;
    walk.look("letter-sent").await?;
    walk.window.press(reference).await?;
    walk.look("letters").await?;
    choose(&walk.window, "Close case").await?;
    walk.look("close").await?;
    walk.window.press("Close it").await?;
    walk.window.sees("Closed: answered").await?;
    walk.look("closed").await?;
    choose(&walk.window, "Export history").await?;
    walk.look("export").await?;
    walk.window.press("Cancel").await?;
    walk.window.chord(&[Key::Control], "k").await?;
    walk.look("palette").await?;
    walk.window.keys(&String::from(char::from(Key::Escape))).await
}

#[tokio::test]
async fn settings_and_lists_are_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("lists")?;
    let mut walk = Walk { window: open_and_unlock(&desk).await?, found: Vec::new() };
    record_request(&walk.window, &Request::ORDINARY).await?;
    let late = Request { received: (5, 10, 2026), name: "Mwangi Osei", ..Request::ORDINARY };
    record_request(&walk.window, &late).await?;
    walk.window.press("Cases").await?;
    walk.window.sees("Mwangi Osei").await?;
    walk.look("cases").await?;
    walk.window.fill("Search cases", "nobody is called so").await?;
    walk.window.sees("No case fits").await?;
    walk.look("nothing-found").await?;
    walk.window.press("Settings").await?;
    walk.window.sees("Registered name").await?;
    for part in ["Organisation", "Logo", "Regulator", "Envelope", "Times", "Safety", "This device"] {
        walk.window.press(part).await?;
        walk.look(&format!("settings-{}", part.replace(' ', "-").to_lowercase())).await?;
    }
    walk.window.press("This device").await?;
    walk.window.keys("?").await?;
    walk.window.sees("In a letter").await?;
    walk.look("keys").await?;
    walk.window.key(Key::Escape).await?;
    for place in ["Today", "Registers", "Reports", "Letters"] {
        walk.window.press(place).await?;
        walk.look(&place.to_lowercase()).await?;
    }
    walk.end().await
}
