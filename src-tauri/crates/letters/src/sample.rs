//! Facts of letters for tests. The people are invented.

use std::collections::BTreeMap;

use casebook_law::Right;
use casebook_personal::Personal;
use chrono::NaiveDate;

use crate::{
    Addressee, Circumstances, Dpo, Enclosure, EnvelopeProfile, HeadMark, LetterFacts, LetterKind,
    Organisation, Regulator, TextSize,
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn personal(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

pub(crate) fn lines(text: &str) -> Vec<Personal<String>> {
    text.split('|').map(personal).collect()
}

fn strings(text: &str) -> Vec<String> {
    text.split('|').map(str::to_owned).collect()
}

/// A complete access answer, ready to be final.
pub(crate) fn access_answer() -> LetterFacts {
    let written = [
        (
            "searched",
            "our customer records, our two shared mailboxes, our support records, our accounts, our website analytics, the paper files in the office and the record of this request",
        ),
        (
            "found",
            "We found 23 pages about you: your entry in our customer records, 14 e-mails between you and our support team from March 2024 to October 2026, three invoices, and the visits to our website that could be matched with your e-mail address.",
        ),
        (
            "withheld",
            "Nine of the e-mails also speak about other people. We covered their names and what would show who they are, because they have not agreed and it would not be fair to them to pass it on. We left out one e-mail to our solicitors, because it asks for legal advice and is confidential for that reason.\n\nYou can see on each page where something was covered.",
        ),
        (
            "reading",
            "In the customer record, “L2” means that a request went to our second support team, and “EVT” that you asked for news of events.",
        ),
        (
            "purposes",
            "- to answer your support questions under your employer's agreement with us\n- to send you the event invitations you asked for\n- to keep our accounts",
        ),
        (
            "categories",
            "- your name, work e-mail address, postal address and telephone number\n- what you wrote to us and what we wrote to you\n- use of our website: IP address, browser, pages seen and times",
        ),
        (
            "recipients",
            "- our e-mail provider, Example Mail Limited (Ireland)\n- our web analytics provider, Example Analytics Inc. (United States)\n- our accountants, Example Ledger LLP (United Kingdom)",
        ),
        (
            "source",
            "You gave us most of it, on our website and in your e-mails. Your job title came from your employer.",
        ),
        (
            "retention",
            "- support questions: six years after the agreement ends\n- event invitations: until you ask us to stop\n- website visits: at most 12 months\n- accounts: six years, as the law requires",
        ),
        (
            "transfers",
            "Data about visits to our website is sent to the United States under the International Data Transfer Agreement issued by the Commissioner.",
        ),
    ];
    LetterFacts {
        kind: LetterKind::AccessAnswer,
        draft: false,
        reference: "SR-2026-0042-E".to_owned(),
        number: Some(3),
        dated_on: day(2026, 11, 20),
        organisation: Organisation {
            name: "Expert CRM Services Limited".to_owned(),
            company_number: "01234567".to_owned(),
            registered_in: "England and Wales".to_owned(),
            registered_office: strings("Unit 1, 9 Station Road|Stansted|Essex|CM24 8BE"),
            address: strings("Unit 1, 9 Station Road|Stansted|Essex|CM24 8BE"),
            email: "dpo@expertcrm.co.uk".to_owned(),
            phone: None,
            website: None,
            logo: None,
        },
        regulator: Regulator {
            name: "Information Commissioner's Office (ICO)".to_owned(),
            short_name: "ICO".to_owned(),
            address: strings("1 Example Street|Manchester|M1 1AE"),
            phone: "0303 123 1113".to_owned(),
            website: "ico.org.uk".to_owned(),
            complaint_link: "ico.org.uk/make-a-complaint".to_owned(),
            confirmed: true,
        },
        dpo: Dpo {
            name: "Jane Okafor".to_owned(),
            role: "Data Protection Officer".to_owned(),
            email: "dpo@expertcrm.co.uk".to_owned(),
            phone: None,
        },
        addressee: Addressee {
            lines: lines("Ms Zofia Żółkiewska-Brown|The Old Dairy, Mill Lane|Great Dunmow|CM6 1BG"),
            salutation: personal("Dear Ms Żółkiewska-Brown"),
            named: true,
        },
        your_reference: None,
        received_on: day(2026, 10, 26),
        channel_words: "by post".to_owned(),
        rights: vec![Right::Access],
        last_day: Some(day(2026, 11, 26)),
        written: written.into_iter().map(|(key, text)| (key.to_owned(), personal(text))).collect(),
        not_applicable: BTreeMap::from([(
            "decisions".to_owned(),
            personal("no decision about you was made by automated means alone"),
        )]),
        enclosures: vec![
            Enclosure { title: personal("Copy of your personal data"), pages: 23 },
            Enclosure { title: personal("Complaint form"), pages: 1 },
        ],
        head: Some(HeadMark { case_seq: 17, short: "9f3c1a2b77d0".to_owned() }),
        envelope: EnvelopeProfile::UK_DL,
        text_size: TextSize::Standard,
        electronic: false,
        circumstances: Circumstances::default(),
    }
}

/// A complete acknowledgement, ready to be final.
pub(crate) fn acknowledgement() -> LetterFacts {
    let kind = LetterKind::Acknowledgement;
    let started = crate::fields(kind).iter().filter(|field| !field.starting_text.is_empty());
    LetterFacts {
        kind,
        number: Some(1),
        dated_on: day(2026, 10, 27),
        written: started.map(|field| (field.key.to_owned(), personal(field.starting_text))).collect(),
        not_applicable: BTreeMap::new(),
        enclosures: Vec::new(),
        head: Some(HeadMark { case_seq: 4, short: "41d07c55e2aa".to_owned() }),
        ..access_answer()
    }
}

/// Every letter, complete and ready to be final: the stored facts that are also drawn and looked at.
pub(crate) fn every() -> Vec<LetterFacts> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/letters");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join("facts.json")).collect();
    files.sort();
    let facts = |file: &std::path::PathBuf| -> LetterFacts {
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    };
    files.iter().map(facts).filter(|facts| !facts.draft).collect()
}

/// A picture as a PNG: `colour` 0 = grey, 2 = colours, 4 and 6 = the same with opacity. Nothing in it is packed.
pub(crate) fn png(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let channels = match colour {
        0 => 1,
        2 => 3,
        4 => 2,
        _ => 4,
    };
    let row = width as usize * channels * usize::from(depth / 8);
    let mut dots = Vec::new();
    for y in 0..height as usize {
        dots.push(0);
        dots.extend((0..row).map(|x| u8::try_from((x * 7 + y * 13) % 251).unwrap()));
    }
    let mut packed = vec![0x78, 0x01];
    let mut blocks = dots.chunks(65_535).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap();
        packed.push(u8::from(blocks.peek().is_none()));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
    }
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in &dots {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    packed.extend((high << 16 | low).to_be_bytes());

    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([depth, colour, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, bytes) in [(b"IHDR", header), (b"IDAT", packed), (b"IEND", Vec::new())] {
        file.extend(u32::try_from(bytes.len()).unwrap().to_be_bytes());
        let body = [name.as_slice(), &bytes].concat();
        file.extend(&body);
        file.extend(crc(&body).to_be_bytes());
    }
    file
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
            },
        )
    })
}
