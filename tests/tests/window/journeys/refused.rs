//! A solicitor asks; a part is refused: authority, decision, weighing of others, the files that go out.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use casebook_tests::paper::{as_one_line, is_sound, text};
use casebook_tests::{Desk, Window};

use super::open;
use crate::acts::{Happening, add_group, keep_document, record, write_and_make_final};
use crate::steps::{
    ANSWER, PLACE, Request, choose, nothing_went_wrong, ready_desk, record_posted, record_request, save_pdf,
    search,
};

const SOLICITOR: &str = "Ayo Lawal";

#[tokio::test]
async fn a_request_by_a_solicitor_is_answered_and_partly_refused() -> Result<()> {
    let _turn = crate::turn().await;
    let desk = ready_desk("refused")?;
    let window = open(&desk).await?;
    let reference = record_request(&window, &Request::ORDINARY).await?;
    represented(&window).await?;
    search(&window, PLACE, 60).await?;
    decided(&window).await?;
    let file = sheets(&desk, "orders.pdf", 54)?;
    keep_document(&window, &desk, &file, "For release").await?;
    window.turn_to("Decision").await?;
    window.press("Put the pack together").await?;
    window.press("Put together").await?;
    window.sees("The answer names as enclosed").await?;
    window.picture("pack").await?;

    window.press("Write the answer with a part refused").await?;
    window.sees("What we do not give, and why").await?;
    for (label, reason) in [
        ("Data sent abroad", "none of it was sent abroad"),
        ("Decisions made by automated means alone", "no such decision was made"),
    ] {
        if window.offers(&format!("Does not apply: {label}")).await? {
            window.press(&format!("Does not apply: {label}")).await?;
            window.fill(&format!("{label}: does not apply"), reason).await?;
        }
    }
    window.picture("letter").await?;
    // The case says what was searched and found; of what the registers propose, what concerns this person is written.
    let from_case = |label: &str| matches!(label, "Where we searched" | "What the search found");
    let fields: Vec<(&str, &str)> = ANSWER.iter().filter(|(label, _)| !from_case(label)).copied().collect();
    let number = write_and_make_final(&window, &fields).await?;
    ensure!(number == format!("{reference}/1"), "{number}");
    let pdf = save_pdf(&window, &desk, "refusal.pdf").await?;
    reads_as_it_should(&pdf)?;
    record_posted(&window).await?;
    window.press(&reference).await?;
    window.sees("The request was answered on 20 November 2026").await?;
    nothing_went_wrong(&window).await?;
    window.quit().await
}

async fn represented(window: &Window) -> Result<()> {
    choose(window, "Add a person").await?;
    window.fill("Name", SOLICITOR).await?;
    window.fill("Postal address", "2 Inn Court\nLONDON\nEC4Y 9AA").await?;
    window.press("Add them").await?;
    window.is_rid_of("Add them").await?;
    window.picture("people").await?;
    record(
        window,
        &Happening {
            what: "Proof of authority came",
            on: (30, 10, 2026),
            choice: None,
            picked: Some(("What the proof is", "Signed authority")),
            text: ("What it is", "Signed by her on 20 October."),
        },
    )
    .await
}

async fn decided(window: &Window) -> Result<()> {
    window.turn_to("Decision").await?;
    add_group(window, "Orders and messages", 40, 40).await?;
    add_group(window, "Letters to our solicitors", 3, 6).await?;
    add_group(window, "Notes about a colleague", 2, 14).await?;

    window.press("Decide about Orders and messages").await?;
    window.press("Record decision").await?;
    window.is_rid_of("Record decision").await?;

    window.press("Decide about Letters to our solicitors").await?;
    window.press("Withhold").await?;
    window.pick("Exemption", "Confidence between lawyer and client").await?;
    window.fill("Reason", "Advice asked for and given about a claim.").await?;
    window.press("Record decision").await?;
    window.is_rid_of("Record decision").await?;

    window.press("Decide about Notes about a colleague").await?;
    window.press("Somebody else can be recognised in it").await?;
    window.write("Weighing", "Ordinary notes of work; the colleague was asked and agreed.").await?;
    window.press("They agreed").await?;
    window.picture("weighed").await?;
    window.press("Record decision").await?;
    window.is_rid_of("Record decision").await?;

    window.press("Record the decision").await?;
    window.press("Release a part").await?;
    window.fill("Decided by", "A. Manager").await?;
    window.fill("Role", "Director").await?;
    window.press("As you advised").await?;
    window.fill("Reasons", "The advice of our solicitors stays confidential.").await?;
    window.press("Record decision").await?;
    window.is_rid_of("Record decision").await?;
    window.picture("decided").await
}

/// A PDF that this program did not write, of so many empty pages.
fn sheets(desk: &Desk, name: &str, pages: usize) -> Result<PathBuf> {
    let page = |number: usize| {
        format!("{number} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n")
    };
    let numbers = 3..pages + 3;
    let kids: String = numbers.clone().map(|number| format!("{number} 0 R ")).collect();
    let mut objects = vec![
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n".to_owned(),
        format!("2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n"),
    ];
    objects.extend(numbers.map(page));
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for object in &objects {
        writeln!(table, "{:010} 00000 n ", pdf.len())?;
        pdf.push_str(object);
    }
    let (start, size) = (pdf.len(), objects.len() + 1);
    write!(pdf, "{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")?;
    let file = desk.home().join(name);
    std::fs::write(&file, pdf)?;
    is_sound(&file)?;
    Ok(file)
}

/// The numbers of pages add up: found, given, enclosed and left out.
fn reads_as_it_should(pdf: &Path) -> Result<()> {
    is_sound(pdf)?;
    let words = as_one_line(&text(pdf)?);
    for part in [
        SOLICITOR,
        Request::ORDINARY.name,
        "2 Inn Court",
        "We found 60 pages about you. Of these we give you 54: Orders and messages (40 pages) and Notes about a \
         colleague (14 pages). We do not give you 6 pages; this letter says why.",
        "Confidence between lawyer and client: 3 items on 6 pages, left out",
        "Copy of your personal data, 1 file, 54 pages",
    ] {
        ensure!(words.contains(part), "“{part}” is not in the letter:\n{words}");
    }
    Ok(())
}
