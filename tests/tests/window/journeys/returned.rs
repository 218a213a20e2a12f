//! The post brings an answer back: it is owed again, goes to another address, and arrives.

use anyhow::Result;

use super::open;
use crate::acts::{NOTHING_HELD, write_and_make_final};
use crate::steps::{Request, nothing_went_wrong, ready_desk, record_posted, record_request, search};

#[tokio::test]
async fn an_answer_that_came_back_is_owed_and_sent_again() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("returned")?;
    let window = open(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    search(&window, "", 0).await?;
    window.press("Write the answer that nothing is held").await?;
    write_and_make_final(&window, NOTHING_HELD).await?;
    record_posted(&window).await?;

    window.press("Record that it came back").await?;
    window.pick("What the post or the mail system says", "Addressee gone away").await?;
    window.fill("What stands on it", "No longer at this address").await?;
    window.press("Record it").await?;
    window.is_rid_of("Record it").await?;
    window.picture("came-back").await?;
    window.press(&reference).await?;
    window.sees("The answer came back and is still owed").await?;
    window.picture("owed").await?;

    window.press("Send it again").await?;
    window.press("Write it again").await?;
    let address = format!("{}\n4 Quay Row\nWHITBY\nYO21 3PX", Request::ORDINARY.name);
    let number = write_and_make_final(&window, &[("To", &address)]).await?;
    anyhow::ensure!(number == format!("{reference}/2"), "{number}");
    record_posted(&window).await?;
    window.press("Record that it arrived").await?;
    window.fill("What shows it", "Proof of delivery").await?;
    window.press("Record it").await?;
    window.is_rid_of("Record it").await?;
    window.picture("arrived").await?;
    window.press(&reference).await?;
    window.sees("The request was answered on").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}
