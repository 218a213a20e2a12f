//! Identity is asked for, then what the request is about, then more time is taken: each moves the last day.

use anyhow::Result;

use super::open;
use crate::acts::{Happening, begin_letter, record, write_and_make_final};
use crate::steps::{Request, nothing_went_wrong, ready_desk, record_posted, record_request};

#[tokio::test]
async fn identity_clarification_and_extension_move_the_last_day() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("asked")?;
    let window = open(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    window.sees("Friday 27 November 2026").await?;

    record(
        &window,
        &Happening {
            what: "We asked for proof of identity",
            on: (29, 10, 2026),
            choice: Some("Details differ from what we hold"),
            picked: None,
            text: ("Why there was doubt", "The address is not the one in our orders."),
        },
    )
    .await?;
    window.sees("Waiting for identity").await?;
    // The clock starts anew on the day the proof came: a calendar month from 5 November.
    record(
        &window,
        &Happening {
            what: "Proof of identity came",
            on: (5, 11, 2026),
            choice: Some("Questions answered"),
            picked: None,
            text: ("What it was", "Three facts about orders."),
        },
    )
    .await?;
    window.sees("Monday 7 December 2026").await?;
    window.picture("identity").await?;

    record(
        &window,
        &Happening {
            what: "We asked which information the request is about",
            on: (9, 11, 2026),
            choice: None,
            picked: None,
            text: ("Why we reasonably need this", "Six mailboxes; we asked for years and topics."),
        },
    )
    .await?;
    window.sees("Waiting for clarification").await?;
    record(
        &window,
        &Happening {
            what: "They told us which information",
            on: (13, 11, 2026),
            choice: None,
            picked: None,
            text: ("What they said", "The orders of 2026."),
        },
    )
    .await?;
    // The four days from the question to the reply do not count.
    window.sees("Wednesday 9 December 2026").await?;
    window.picture("clarification").await?;

    begin_letter(&window, "Extension notice").await?;
    window.pick("Why more time is needed", "complexity").await?;
    window.press("Does not apply: What we can send now").await?;
    let fields = [
        ("Why more time is necessary", "Your messages lie among those of others, who have to be asked."),
        ("What has been done so far", "Six mailboxes were searched."),
        ("What we can send now: does not apply", "nothing is ready yet"),
    ];
    write_and_make_final(&window, &fields).await?;
    record_posted(&window).await?;
    window.press(&reference).await?;
    window.turn_to("Overview").await?;
    window.keys("w").await?;
    // Two months more, and the four days again.
    window.sees("Tuesday 9 February 2027").await?;
    window.sees("TIME-10").await?;
    window.picture("extension").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}
