//! A new case, from the empty form to somebody who is known already.

use anyhow::Result;

use super::Walk;
use super::busy::{KNOWN, busy_desk};
use crate::steps::{nothing_went_wrong, open_and_unlock};

/// As many lines as people write, and none of them says where.
const NINE_LINES: &str = "c/o The Warden\nRoom 14\nHarbour House\nThe Old Maltings\nBack Lane\nNo fixed abode\nStansted\n\
                          ESSEX\nCM24 8BE";

#[tokio::test]
async fn a_new_case_is_accessible() -> Result<()> {
    let _turn = crate::turn().await;
    let busy = busy_desk("intake")?;
    let mut walk = Walk::begin(open_and_unlock(&busy.desk).await?).await?;
    walk.visit("#/new-case", "What came in", "new-case").await?;
    walk.window.press("Record request").await?;
    walk.window.sees("3 things need another look").await?;
    walk.look("new-case-refused").await?;

    walk.window.paste("What came in", "Please send me everything. ").await?;
    walk.window.write_date("Received on", 27, 10, 2026).await?;
    walk.window.sees("Friday 27 November 2026").await?;
    walk.window.fill("Name", KNOWN.0).await?;
    walk.window.fill("Postal address", NINE_LINES).await?;
    walk.window.sees("Do we know them?").await?;
    walk.look("new-case-known").await?;
    walk.dialog("Rule TIME-2", "new-case-rule").await?;
    walk.window.press("Somebody else asks for them").await?;
    walk.window.sees("Name of whoever asks").await?;
    walk.look("new-case-asked-by").await?;
    walk.window.press("Other rights").await?;
    walk.look("new-case-rights").await?;
    walk.dialog("Clear the form", "new-case-clear").await?;

    // An address that no letter can go to is recorded all the same, line by line, and what is wrong with it is named.
    walk.window.press("Somebody else asks for them").await?;
    walk.window.press("Record request").await?;
    walk.window.sees("Recorded as SR-").await?;
    walk.window.sees("No letter can be made final to this address").await?;
    walk.window.sees("no fixed address").await?;
    for line in NINE_LINES.lines() {
        walk.window.sees(line).await?;
    }
    walk.look("case-new").await?;
    nothing_went_wrong(&walk.window).await?;
    walk.end().await
}
