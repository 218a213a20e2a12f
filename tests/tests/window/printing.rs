//! A final letter is printed from the window: what comes out of the printer is what is kept, byte by byte.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use casebook_tests::cups::QUEUE;
use casebook_tests::place::{built, run};
use casebook_tests::{Cups, Desk, Window};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::steps::nothing_went_wrong;

/// Asks the core as the page does.
const ASK: &str = "const [name, request, done] = arguments;
    window.__TAURI_INTERNALS__.invoke('call', { name, request })
        .then((answer) => done({ answer }), (problem) => done({ problem }));";

async fn ask(window: &Window, name: &str, request: Value) -> Result<Value> {
    window.slow_script(ASK, vec![json!(name), request]).await
}

async fn answer(window: &Window, name: &str, request: Value) -> Result<Value> {
    let told = ask(window, name, request).await?;
    told.get("answer").cloned().with_context(|| format!("{name}: {told}"))
}

/// A desk with a few made-up cases and their letters.
fn made_up_desk() -> Result<(Desk, String)> {
    let desk = Desk::new("printing")?;
    let passphrase = desk.home().join("passphrase");
    let mut demo = Command::new(built("casebook")?);
    demo.args(["demo", "--cases", "6", "--papers", "6", "--seed", "3", "--casebook"]).arg(desk.casebook());
    run(demo.arg("--passphrase-file").arg(&passphrase))?;
    Ok((desk, std::fs::read_to_string(passphrase)?.trim().to_owned()))
}

#[tokio::test]
async fn a_letter_is_printed_as_it_is_kept_once_and_recorded_once() -> Result<()> {
    let _turn = crate::turn().await;
    let cups = Cups::start()?;
    let (mut desk, passphrase) = made_up_desk()?;
    desk.use_printers(&cups);
    let window = desk.open().await?;
    window.fill("Passphrase", &passphrase).await?;
    window.press("Unlock").await?;
    window.sees("New case").await?;

    let queues = answer(&window, "print_queues", json!({})).await?;
    ensure!(queues == json!({ "queues": [QUEUE], "problem": null }), "{queues}");
    let tray = answer(&window, "tray_read", json!({ "state": "sent", "order": "address" })).await?;
    let row = tray["rows"].get(0).with_context(|| format!("no letter was sent: {tray}"))?;
    let kept = answer(&window, "letter_read", json!({ "letter": row["letter"] })).await?;
    let order = json!({
        "commandId": "01900000-0000-7000-9000-0000000000f1",
        "letter": row["letter"],
        "caseVersion": row["caseVersion"],
        "queue": QUEUE,
        "copies": 2,
        "bothSides": true,
    });
    let seen = answer(&window, "letter_print", order.clone()).await?;
    let again = answer(&window, "letter_print", order.clone()).await?;
    ensure!(again["version"] == seen["version"], "the same command was recorded twice");

    let printed = cups.printed(1)?;
    let hash: String = Sha256::digest(&printed[0].pdf).iter().map(|byte| format!("{byte:02x}")).collect();
    ensure!(json!(hash) == kept["sha256"], "what was printed is not what is kept");
    ensure!(json!(printed[0].title) == kept["number"], "{} {}", printed[0].title, kept["number"]);
    ensure!(printed[0].copies == "2" && printed[0].options.contains("sides=two-sided-long-edge"));

    // The printer is gone: a sentence, and nothing recorded.
    cups.remove_printer()?;
    let mut next = order;
    next["commandId"] = json!("01900000-0000-7000-9000-0000000000f2");
    next["caseVersion"] = seen["version"].clone();
    let told = ask(&window, "letter_print", next).await?;
    ensure!(told["problem"]["code"] == json!("printer"), "{told}");
    let after = answer(&window, "case_read", json!({ "case": row["case"] })).await?;
    ensure!(after["version"] == seen["version"], "something was recorded");
    nothing_went_wrong(&window).await?;
    window.quit().await
}
