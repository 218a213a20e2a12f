//! What a DPO does again and again, each as one step.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use casebook_testkit::{PASSPHRASE, TestCasebook};
use casebook_tests::place::run;
use casebook_tests::{Desk, Window, until};

/// The day on which the tests take place unless they say otherwise: a Friday.
pub(crate) const TODAY: &str = "2026-11-20";

/// Made-up facts of the organisation and of a regulator, by label.
const ORGANISATION: &[(&str, &str)] = &[
    ("Registered name", "Halden Instruments Ltd"),
    ("Company number", "09999999"),
    ("Registered in", "England and Wales"),
    ("Registered office", "Halden House\n14 Mill Lane\nLEEDS\nLS1 4AP"),
    ("Postal address on letters", "Halden House\n14 Mill Lane\nLEEDS\nLS1 4AP"),
    ("E-mail for data protection", "privacy@halden.example"),
    ("Name of the DPO", "Imogen Achterberg"),
    ("Role under the signature", "Data Protection Officer"),
    ("Full name", "Commission for Made-up Information"),
    ("Short name", "CMI"),
    ("Postal address", "Ledger House\nWater Lane\nWILMSLOW\nSK9 5AF"),
    ("Where to complain on the web", "cmi.example/complain"),
];

/// What the answer letter says, by label.
pub(crate) const ANSWER: &[(&str, &str)] = &[
    ("Where we searched", "our order records, our mailboxes and the record of this request"),
    ("What we use the data for", "To deal with your orders and to answer your messages."),
    ("Kinds of data", "Your name and address, your orders, and what you wrote to us."),
    (
        "What the search found",
        "We found 14 pages: two orders, six messages and the notes of one telephone call, from 2024 to 2026.",
    ),
    ("Who has received it", "Parcel Pilots Ltd in the United Kingdom, who brought your two orders."),
    ("Where it came from", "You gave it to us when you ordered and when you wrote."),
    ("How long we keep it", "Orders and messages are kept for six years after the last order."),
];

/// What does not apply, and why.
const NOT_APPLICABLE: &[(&str, &str)] = &[
    ("What was left out, and why", "none of it is about other people or protected in another way"),
    ("Data sent abroad", "none of it was sent outside the United Kingdom"),
    ("Decisions made by automated means alone", "no decision about you was made by automated means alone"),
];

/// A system of the register, in which something is found.
pub(crate) const PLACE: &str = "Customer records";

/// A desk with an empty casebook that is set up and locked.
pub(crate) fn ready_desk(name: &str) -> Result<Desk> {
    let mut desk = Desk::new(name)?;
    desk.set_today(TODAY);
    let mut casebook = TestCasebook::ready(TODAY);
    casebook.restart();
    copy_casebook(&casebook.place(), &desk.casebook())?;
    Ok(desk)
}

pub(crate) fn copy_casebook(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir(to)?;
    std::fs::set_permissions(to, std::fs::metadata(from)?.permissions())?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_casebook(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// A new casebook, from the empty folder to the empty list of cases. Answers the recovery key.
pub(crate) async fn first_run(window: &Window) -> Result<String> {
    window.fill("Passphrase", PASSPHRASE).await?;
    window.fill("The same again", PASSPHRASE).await?;
    window.press("Create casebook").await?;
    let key = confirm_recovery_key(window).await?;
    set_up_organisation(window).await?;
    Ok(key)
}

/// Reads the recovery key from the screen and types back the two groups asked for.
pub(crate) async fn confirm_recovery_key(window: &Window) -> Result<String> {
    window.sees("Write down your recovery key").await?;
    let groups = window.list("Recovery key, nine groups").await?;
    ensure!(groups.len() == 9, "{} groups", groups.len());
    for (place, group) in groups.iter().enumerate() {
        let label = format!("Group {}", place + 1);
        if window.has_field(&label).await? {
            window.fill(&label, group).await?;
        }
    }
    window.press("I have written it down").await?;
    window.sees("Your organisation").await?;
    Ok(groups.join(" "))
}

/// Fills in the organisation and the regulator, and opens the casebook.
pub(crate) async fn set_up_organisation(window: &Window) -> Result<()> {
    for (label, text) in ORGANISATION {
        window.fill(label, text).await?;
    }
    window.press("I have checked these facts").await?;
    window.press("Open the casebook").await?;
    window.sees("Your desk is empty").await
}

/// Opens the window on a desk whose casebook exists, and unlocks it.
pub(crate) async fn open_and_unlock(desk: &Desk) -> Result<Window> {
    let window = desk.open().await?;
    unlock(&window).await?;
    Ok(window)
}

/// Unlocks with the passphrase.
pub(crate) async fn unlock(window: &Window) -> Result<()> {
    window.fill("Passphrase", PASSPHRASE).await?;
    window.press("Unlock").await?;
    window.sees("New case").await
}

/// A request as it came in.
pub(crate) struct Request<'a> {
    pub(crate) text: &'a str,
    /// Day, month, year.
    pub(crate) received: (u32, u32, i32),
    pub(crate) name: &'a str,
    pub(crate) address: &'a str,
}

impl Request<'_> {
    /// An ordinary one, due seven days after [`TODAY`].
    pub(crate) const ORDINARY: Request<'static> = Request {
        text: "Hello,\nplease send me a copy of everything you hold about me.\nZofia Żółkiewska-Brown",
        received: (27, 10, 2026),
        name: "Zofia Żółkiewska-Brown",
        address: "Flat 3\n12 Harbour Street\nWHITBY\nYO21 1EW",
    };
}

/// Records a request and answers the reference of its case.
pub(crate) async fn record_request(window: &Window, request: &Request<'_>) -> Result<String> {
    window.press("New case").await?;
    window.paste("What came in", request.text).await?;
    let (day, month, year) = request.received;
    window.write_date("Received on", day, month, year).await?;
    window.fill("Name", request.name).await?;
    window.fill("Postal address", request.address).await?;
    window.press("Record request").await?;
    window.sees("Recorded as SR-").await?;
    reference(window).await
}

/// The reference of the case on screen.
pub(crate) async fn reference(window: &Window) -> Result<String> {
    let seen = window.seen().await?;
    let reference = seen.split(' ').find(|word| word.starts_with("SR-")).context("no reference is seen")?;
    Ok(reference.trim_end_matches('.').to_owned())
}

/// Chooses from the menu of the case on screen.
pub(crate) async fn choose(window: &Window, what: &str) -> Result<()> {
    window.press("More for this case").await?;
    window.press(what).await
}

/// Asks the places of the systems register to search, as proposed, and records what came: so many pages in one of them,
/// nothing elsewhere.
pub(crate) async fn search(window: &Window, place: &str, pages: u32) -> Result<()> {
    window.turn_to("Search & actions").await?;
    window.press("Record all as asked").await?;
    if pages > 0 {
        window.press(&format!("Record result of {place}")).await?;
        window.fill("Pages found", &pages.to_string()).await?;
        window.press("Record result").await?;
        window.is_rid_of("Record result").await?;
    }
    window.press("Record the same for several").await?;
    window.press("Choose all").await?;
    window.press("Record for all chosen").await?;
    window.is_rid_of("Record for all chosen").await
}

/// Writes the answer until nothing stands in its way.
pub(crate) async fn write_answer(window: &Window) -> Result<()> {
    choose(window, "Write the answer").await?;
    window.sees("What the search found").await?;
    for (label, text) in ANSWER {
        window.fill(label, text).await?;
    }
    for (label, reason) in NOT_APPLICABLE {
        window.press(&format!("Does not apply: {label}")).await?;
        window.fill(&format!("{label}: does not apply"), reason).await?;
    }
    window.press("Add an enclosure").await?;
    window.fill("What it is", "Copy of the personal data about you").await?;
    window.fill("Pages", "14").await?;
    window.sees("Nothing is missing. It can be made final. Kept").await
}

/// Makes the letter on screen final and answers its number.
pub(crate) async fn make_final(window: &Window) -> Result<String> {
    window.press("Make final").await?;
    window.press("Make it final").await?;
    window.sees("These are the pages as they are frozen").await?;
    let seen = window.seen().await?;
    let is_number = |word: &&str| word.starts_with("SR-") && word.contains('/');
    Ok(seen.split(' ').find(is_number).context("the letter has no number")?.to_owned())
}

/// Waits until the pages of the letter are drawn.
pub(crate) async fn pages_are_drawn(window: &Window) -> Result<()> {
    let drawn = "return [...document.querySelectorAll('canvas')].some((canvas) => canvas.width > 0)";
    until("the pages are drawn", async || Ok(window.script(drawn, Vec::new()).await? == true)).await
}

/// Saves the letter on screen under this name and answers where.
pub(crate) async fn save_pdf(window: &Window, desk: &Desk, name: &str) -> Result<PathBuf> {
    let file = desk.out().join(name);
    desk.answer(&file)?;
    window.press("Save PDF").await?;
    until("the PDF is saved", async || Ok(file.is_file())).await?;
    Ok(file)
}

/// Records that the letter on screen was posted today, 1st class.
pub(crate) async fn record_posted(window: &Window) -> Result<()> {
    window.press("Record as sent").await?;
    window.sees("How was it sent?").await?;
    window.press("Record it").await?;
    window.is_rid_of("Record it").await
}

/// Closes the case on screen as answered.
pub(crate) async fn close_case(window: &Window) -> Result<()> {
    choose(window, "Close case").await?;
    window.press("Close it").await?;
    window.sees("Closed: answered").await
}

/// Exports the history of the case on screen and answers the folder that was written.
pub(crate) async fn export_history(window: &Window, desk: &Desk) -> Result<PathBuf> {
    let before = folders_in(&desk.out())?;
    choose(window, "Export history").await?;
    // A folder can be looked into from here; what leaves encrypted is tested where it is written.
    window.press("As a folder").await?;
    window.fill("For whom and why", "The person asked for the record of their request.").await?;
    desk.answer(&desk.out())?;
    window.press("Choose a folder and export").await?;
    window.sees("Exported and read back").await?;
    let written = folders_in(&desk.out())?.into_iter().find(|folder| !before.contains(folder));
    written.context("no folder was written")
}

fn folders_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(entries.into_iter().filter(|path| path.is_dir()).collect())
}

/// Checks an exported folder with the program that lies in it, which shares no code with ours.
pub(crate) fn verify(bundle: &Path) -> Result<String> {
    run(Command::new("python3").arg(bundle.join("verify.py")).arg(bundle))
}

/// Nothing went wrong on the page that nobody saw.
pub(crate) async fn nothing_went_wrong(window: &Window) -> Result<()> {
    let breaches = window.breaches().await?;
    ensure!(breaches.is_empty(), "the content policy was breached: {breaches:?}");
    let faults = window.faults().await?;
    ensure!(faults.is_empty(), "scripts failed: {faults:?}");
    Ok(())
}
