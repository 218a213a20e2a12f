//! The printer of the window's program, against a printing system that really runs.

use anyhow::{Result, ensure};
use casebook_app::ports::{PrintOrder, PrintProblem, Printer};
use casebook_tests::cups::{QUEUE, Sheets};
use dpo_casebook::printing::Cups;

const TITLE: &str = "SR-2026-0001-X/1";

fn order<'a>(pdf: &'a [u8], queue: &'a str) -> PrintOrder<'a> {
    PrintOrder { queue, copies: 1, both_sides: false, title: TITLE, pdf }
}

/// Bytes of every kind, and more than a pipe takes at once.
fn paper() -> Vec<u8> {
    (0..=u8::MAX).cycle().take(3_000_001).collect()
}

#[test]
fn what_is_printed_is_what_is_kept_in_the_copies_and_on_the_sides_asked_for() -> Result<()> {
    let system = casebook_tests::Cups::start()?;
    let printer = Cups { server: Some(system.server().into_os_string()) };
    ensure!(printer.queues()? == [QUEUE], "{:?}", printer.queues());
    let pdf = paper();
    printer.print(&order(&pdf, QUEUE))?;
    printer.print(&PrintOrder { copies: 3, both_sides: true, ..order(&pdf, QUEUE) })?;
    let printed = system.printed(2)?;
    for (sheets, copies, sides) in
        [(&printed[0], "1", "one-sided"), (&printed[1], "3", "two-sided-long-edge")]
    {
        let Sheets { title, copies: made, options, .. } = sheets;
        ensure!((title.as_str(), made.as_str()) == (TITLE, copies), "{title} {made}");
        let options: Vec<&str> = options.split(' ').collect();
        for option in [&*format!("sides={sides}"), "media=A4", "print-scaling=none"] {
            ensure!(options.contains(&option), "{option} is not among {options:?}");
        }
        ensure!(sheets.pdf == pdf, "other bytes came out of the printer");
    }
    Ok(())
}

#[test]
fn a_printer_that_is_gone_and_a_printing_system_that_is_gone_are_told_and_nothing_hangs() -> Result<()> {
    let system = casebook_tests::Cups::start()?;
    let printer = Cups { server: Some(system.server().into_os_string()) };
    for strange in ["", "Elsewhere", "-d", "Paper; true", "--help"] {
        let problem = printer.print(&order(b"%PDF", strange));
        ensure!(problem == Err(PrintProblem::NoSuchQueue), "{strange}: {problem:?}");
    }
    system.remove_printer()?;
    let problem = printer.print(&order(b"%PDF", QUEUE));
    ensure!(problem == Err(PrintProblem::NoSuchQueue), "{problem:?}");
    drop(system);
    ensure!(printer.queues().is_ok_and(|queues| queues.is_empty()), "{:?}", printer.queues());
    ensure!(printer.print(&order(b"%PDF", QUEUE)) == Err(PrintProblem::NoSuchQueue));
    Ok(())
}
