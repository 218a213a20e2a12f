//! A colleague answered weeks ago and told nobody: it is recorded as it was, late or not (REC-1).

use anyhow::Result;

use super::open;
use crate::acts::{Happening, record};
use crate::steps::{Request, close_case, nothing_went_wrong, ready_desk, record_request};

#[tokio::test]
async fn an_answer_that_a_colleague_sent_late_is_recorded_as_it_was() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("late")?;
    let window = open(&desk).await?;
    record_request(&window, &Request { received: (1, 10, 2026), ..Request::ORDINARY }).await?;
    window.sees("the answer is late and still owed").await?;
    record(
        &window,
        &Happening {
            what: "An answer went out another way",
            on: (10, 11, 2026),
            choice: None,
            picked: Some(("Sent by", "E-mail")),
            text: ("What was sent, by whom and how", "Support sent all orders and messages by e-mail."),
        },
    )
    .await?;
    window.sees("Answered").await?;
    window.sees("late").await?;
    window.picture("answered").await?;
    close_case(&window).await?;
    window.turn_to("History").await?;
    window.sees("10 November 2026").await?;
    window.picture("history").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}
