//! From the start of the program to the page that asks for the passphrase, beside a window of Tauri with nothing in it.
//! Both are started by the same driver, whose own start counts on both sides.

use casebook_demo::{Story, tell};
use casebook_tests::{Desk, place};

use crate::side::{Taken, median, say, timed};

const ROUNDS: usize = 5;

pub(crate) fn measure() {
    println!("From the start to a page");
    let programs = place::built("dpo-casebook").and(place::built("examples/empty_window"));
    if std::env::var_os("DISPLAY").is_none() || programs.is_err() {
        println!(
            "    not measured: it wants a screen, dpo-casebook and its example empty_window; `cargo dev bench` has them"
        );
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let desk = Desk::new("bench").expect("a desk");
    let today = "2026-11-20".parse().expect("a day");
    let story = Story { cases: 3, seed: 42, papers: 0, today };
    tell(&desk.casebook(), &story, &mut |_, _| {}).expect("a story");
    let (mut empty, mut ours): (Vec<Taken>, Vec<Taken>) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        empty.push(timed(|| runtime.block_on(empty_window(&desk))));
        ours.push(timed(|| runtime.block_on(unlock_page(&desk))));
    }
    // The driver and the window are processes of their own; this one's processor time says nothing of them.
    let (empty, ours) = (median(&empty), median(&ours));
    say("an empty window of Tauri", empty, None);
    say("the page that asks for the passphrase", ours, Some(empty));
}

async fn empty_window(desk: &Desk) {
    let program = place::built("examples/empty_window").expect("the example");
    let window = desk.open_program(&program).await.expect("an empty window");
    let state = window.script("return document.readyState", Vec::new()).await.expect("a page");
    assert_eq!(state, "complete");
    window.pull_the_plug().await.expect("its end");
}

async fn unlock_page(desk: &Desk) {
    let window = desk.open().await.expect("a window");
    window.sees("Unlock your casebook").await.expect("the page");
    window.pull_the_plug().await.expect("its end");
}
