//! Postal addresses: what is wrong with one, by line, and how it is printed.
//!
//! Lines stay in the order the DPO typed them. What is changed for print: commas at line ends go, the British post town
//! and postcode and a country's name are in capitals, the postcode has its one space, "United Kingdom" is left out,
//! and an address with more lines than the window has is joined. A person's name is never put in capitals.

mod places;

use casebook_personal::Personal;
use unicode_normalization::UnicodeNormalization;

use crate::text::{clean, clean_line};
use places::{AREAS, COUNTIES, COUNTRIES, ENGLISH_NAMES, HOME};

/// Lines that fit below the marking in the window, the name among them.
const MOST_LINES: usize = 5;
/// Characters no line of an address begins with.
const NOT_FIRST: &str = "@()=[]\"\\/,<>~";
/// Words before which a line is joined with the next one rather than another.
const WITHIN_BUILDING: [&str; 7] = ["flat ", "apartment ", "unit ", "suite ", "room ", "floor ", "annexe "];

/// Something wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressFault {
    /// The line as typed, counted from 1; 0 = the address as a whole.
    pub line: usize,
    /// Reason and remedy, without the text of the line.
    pub sentence: String,
    /// A letter cannot be posted like this; else it is advice.
    pub blocks: bool,
}

fn fault(line: usize, sentence: impl Into<String>) -> AddressFault {
    AddressFault { line, sentence: sentence.into(), blocks: true }
}

fn advice(line: usize, sentence: impl Into<String>) -> AddressFault {
    AddressFault { line, sentence: sentence.into(), blocks: false }
}

/// What the last line of an address turned out to be.
enum End {
    Postcode(String),
    Forces(String),
    Country(String),
    /// A country by another than its English name.
    Foreign(&'static str),
    Unknown,
}

/// Looks at an address whose first line is the name.
#[must_use]
pub fn check(lines: &[Personal<String>]) -> Vec<AddressFault> {
    let mut faults = Vec::new();
    let typed: Vec<(usize, String)> = numbered(lines);
    if lines.first().is_none_or(Personal::is_blank) {
        faults.push(fault(1, "The first line of the address, the name, is missing: enter it."));
    }
    for (number, line) in &typed {
        if line.chars().next().is_some_and(|first| NOT_FIRST.contains(first)) {
            faults.push(fault(*number, format!("Line {number} of the address begins with a sign the post cannot read: begin it with a letter or a number.")));
        }
        if is_no_abode(line) {
            faults.push(fault(*number, "The person has no fixed address: agree on an address in care of somebody, or on collection, and record it."));
        }
    }
    let kept = without_home(&typed);
    if kept.len() < 3 {
        faults.push(fault(0, "The address is too short: it needs a name and at least two more lines."));
    }
    if let Some((number, line)) = kept.last() {
        end_of_address(*number, line, &kept, &mut faults);
    }
    let printed = split_postcode(kept.into_iter().map(|(_, line)| line).collect());
    if printed.len() > MOST_LINES {
        let sentence = format!(
            "The address has {} lines and the window shows {MOST_LINES}: some are printed together on one line.",
            printed.len()
        );
        faults.push(advice(0, sentence));
    }
    faults
}

fn end_of_address(number: usize, line: &str, kept: &[(usize, String)], faults: &mut Vec<AddressFault>) {
    let before = kept.len().checked_sub(2).and_then(|at| kept.get(at)).map(|(_, line)| line.as_str());
    match end_of(line) {
        End::Postcode(_) | End::Forces(_) => {}
        End::Country(_) if before.is_some_and(|line| matches!(end_of(line), End::Forces(_))) => {
            faults.push(fault(number, "A BFPO address has no country: take the last line out."));
        }
        End::Country(_) => {}
        End::Foreign(name) => {
            faults.push(advice(
                number,
                format!(
                    "The Post Office sorts by the country's English name: write {name} on the last line."
                ),
            ));
        }
        End::Unknown => {
            let sentence = format!(
                "Line {number} is neither a UK postcode nor the English name of a country we know: check it before posting."
            );
            faults.push(advice(number, sentence));
        }
    }
}

/// The address as it is printed below the marking.
#[must_use]
pub fn print_form(lines: &[Personal<String>]) -> Vec<String> {
    let kept = without_home(&numbered(lines)).into_iter().map(|(_, line)| line).collect();
    let mut lines = split_postcode(kept);
    let last = lines.len().saturating_sub(1);
    match lines.last().map(|line| end_of(line)) {
        Some(End::Postcode(postcode)) => {
            capitals_of_town(&mut lines);
            replace(&mut lines, last, postcode);
        }
        Some(End::Forces(number)) => replace(&mut lines, last, number),
        Some(End::Country(country)) if last > 1 => replace(&mut lines, last, country.to_uppercase()),
        _ => {}
    }
    while lines.len() > MOST_LINES && join_two(&mut lines) {}
    lines
}

fn replace(lines: &mut [String], at: usize, text: String) {
    if let Some(line) = lines.get_mut(at) {
        *line = text;
    }
}

/// The lines that have text, with their numbers as typed. A line with a line break in it counts as several lines.
fn numbered(lines: &[Personal<String>]) -> Vec<(usize, String)> {
    let mut kept = Vec::new();
    for (number, line) in (1..).zip(lines) {
        for part in clean(line.reveal()).lines() {
            let part = clean_line(part);
            let part = part.trim_end_matches([',', ';', ' ']).trim_end_matches(" .");
            if !part.is_empty() {
                kept.push((number, part.to_owned()));
            }
        }
    }
    kept
}

/// Without "United Kingdom" and the like on the last line.
fn without_home(lines: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut kept = lines.to_vec();
    while kept.len() > 1 && kept.last().is_some_and(|(_, line)| HOME.contains(&lower(line).as_str())) {
        kept.pop();
    }
    kept
}

fn lower(line: &str) -> String {
    line.trim_end_matches('.').to_lowercase()
}

fn is_no_abode(line: &str) -> bool {
    matches!(lower(line).as_str(), "nfa" | "no fixed abode" | "no fixed address" | "of no fixed abode")
}

fn end_of(line: &str) -> End {
    if let Some(postcode) = postcode(line) {
        return End::Postcode(postcode);
    }
    if let Some(number) = forces_post(line) {
        return End::Forces(number);
    }
    let name = lower(line);
    if let Some(country) = COUNTRIES.iter().find(|country| country.to_lowercase() == name) {
        return End::Country((*country).to_owned());
    }
    ENGLISH_NAMES
        .iter()
        .find(|(other, _)| *other == name)
        .map_or(End::Unknown, |(_, english)| End::Foreign(english))
}

/// `BFPO 57` from any way of writing it.
fn forces_post(line: &str) -> Option<String> {
    let upper = line.to_uppercase();
    let number = upper.strip_prefix("BFPO")?.replace(' ', "");
    let is_number = !number.is_empty() && number.len() <= 4 && number.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| format!("BFPO {number}"))
}

/// The British postcode a line consists of, in its one right form: `cm248be`, `ＣＭ２４ 8BE` and `CM24 OBE` with the
/// letter O are understood.
#[must_use]
pub fn postcode(line: &str) -> Option<String> {
    let compact: Vec<char> =
        line.nfkc().filter(|character| !character.is_whitespace()).flat_map(char::to_uppercase).collect();
    let split = compact.len().checked_sub(3).filter(|outward| (2..=4).contains(outward))?;
    let (outward, inward) = compact.split_at_checked(split)?;
    let inward = inward_code(inward)?;
    let outward = outward_code(outward)?;
    Some(format!("{outward} {inward}"))
}

fn digit(character: char) -> Option<char> {
    match character {
        'O' => Some('0'),
        'I' => Some('1'),
        _ if character.is_ascii_digit() => Some(character),
        _ => None,
    }
}

fn inward_code(code: &[char]) -> Option<String> {
    let [first, second, third] = code else { return None };
    let is_letter = |letter: &char| letter.is_ascii_uppercase() && !"CIKMOV".contains(*letter);
    (is_letter(second) && is_letter(third)).then_some(())?;
    Some([digit(*first)?, *second, *third].iter().collect())
}

fn outward_code(code: &[char]) -> Option<String> {
    let letters = code.iter().take_while(|character| character.is_ascii_alphabetic()).count();
    // "E1 O" was meant as "E10": only what follows the area is read as a number.
    for area_length in [2, 1] {
        let (area, district) = code.split_at_checked(area_length)?;
        let area: String = area.iter().collect();
        let [first, rest @ ..] = district else { continue };
        if letters < area_length || !AREAS.contains(&area.as_str()) || rest.len() > 1 {
            continue;
        }
        let Some(first) = digit(*first) else { continue };
        let rest: String = rest.iter().map(|c| if *c == 'O' { '0' } else { *c }).collect();
        if rest.chars().all(|character| character.is_ascii_alphanumeric()) {
            return Some(format!("{area}{first}{rest}"));
        }
    }
    None
}

/// "Great Dunmow CM6 1BG" on the last line becomes two lines.
fn split_postcode(mut lines: Vec<String>) -> Vec<String> {
    let Some(last) = lines.last().cloned() else { return lines };
    if lines.len() < 2 || !matches!(end_of(&last), End::Unknown) {
        return lines;
    }
    let words: Vec<&str> = last.split(' ').collect();
    for count in [2, 1] {
        let Some(at) = words.len().checked_sub(count).filter(|at| *at > 0) else { continue };
        let (town, code) = words.split_at(at);
        if let Some(code) = postcode(&code.concat()) {
            lines.pop();
            lines.push(town.join(" ").trim_end_matches([',', ' ']).to_owned());
            lines.push(code);
            return lines;
        }
    }
    lines
}

/// The line before the postcode in capitals, and the one before that too if it is a county's name that comes between.
fn capitals_of_town(lines: &mut [String]) {
    let Some(mut town) = lines.len().checked_sub(2) else { return };
    let is_county = lines.get(town).is_some_and(|line| COUNTIES.contains(&lower(line).as_str()));
    if is_county && town >= 3 {
        town -= 1;
    }
    // Line 0 is the name, line 1 at least the street.
    if town >= 2
        && let Some(line) = lines.get_mut(town)
    {
        *line = line.to_uppercase();
    }
}

/// Joins the pair of lines that belongs together most; leaves the name, the last line and the town alone.
fn join_two(lines: &mut Vec<String>) -> bool {
    let last_first = lines.len().saturating_sub(4);
    let pairs = 1..=last_first.max(1);
    let within = |at: &usize| {
        let line = lines.get(*at).map(|line| line.to_lowercase()).unwrap_or_default();
        WITHIN_BUILDING.iter().any(|word| line.starts_with(word))
    };
    let length = |at: &usize| lines.iter().skip(*at).take(2).map(|line| line.chars().count()).sum::<usize>();
    let Some(at) = pairs.clone().find(within).or_else(|| pairs.min_by_key(length)) else { return false };
    if at + 1 >= lines.len() {
        return false;
    }
    let second = lines.remove(at + 1);
    if let Some(first) = lines.get_mut(at) {
        first.push_str(", ");
        first.push_str(&second);
    }
    true
}

#[cfg(test)]
mod tests {
    use casebook_personal::Personal;

    use super::{check, postcode, print_form};

    fn lines(text: &str) -> Vec<Personal<String>> {
        text.split('|').map(|line| Personal::new(line.to_owned())).collect()
    }

    #[test]
    fn a_postcode_is_understood_however_it_is_typed() {
        for (typed, printed) in [
            ("cm248be", Some("CM24 8BE")),
            ("CM24\u{A0}8BE", Some("CM24 8BE")),
            ("ＣＭ２４ ８ＢＥ", Some("CM24 8BE")),
            ("CM24 OBE", Some("CM24 0BE")),
            ("SW1A 1AA", Some("SW1A 1AA")),
            ("e1 6an", Some("E1 6AN")),
            ("W1A0AX", Some("W1A 0AX")),
            ("M1 1AE", Some("M1 1AE")),
            ("JE2 3AB", Some("JE2 3AB")),
            ("QQ1 1AA", None),
            ("CM24 8CE", None),
            ("Essex", None),
            ("1234", None),
            ("", None),
        ] {
            assert_eq!(postcode(typed).as_deref(), printed, "{typed}");
        }
    }

    #[test]
    fn addresses_are_printed_as_the_post_office_asks() {
        for (typed, printed) in [
            (
                "Ms Z Brown|The Old Dairy, Mill Lane,|Great Dunmow|cm6 1bg",
                "Ms Z Brown|The Old Dairy, Mill Lane|GREAT DUNMOW|CM6 1BG",
            ),
            ("Ms Z Brown|1 Mill Lane|Great Dunmow CM6 1BG", "Ms Z Brown|1 Mill Lane|GREAT DUNMOW|CM6 1BG"),
            ("A B|1 Road|Stansted|Essex|CM24 8BE|England", "A B|1 Road|STANSTED|Essex|CM24 8BE"),
            ("A B|1 Road|   |Stansted\r\nCM24 8BE,", "A B|1 Road|STANSTED|CM24 8BE"),
            ("Capt A B|2 Regiment|bfpo57", "Capt A B|2 Regiment|BFPO 57"),
            ("Frau A B|Hauptstraße 1|10115 Berlin|Germany", "Frau A B|Hauptstraße 1|10115 Berlin|GERMANY"),
            ("A B|1 Street|Dublin 2|D02 AF30|Ireland", "A B|1 Street|Dublin 2|D02 AF30|IRELAND"),
            ("A B|PO Box 12|London|SW1A 1AA", "A B|PO Box 12|LONDON|SW1A 1AA"),
            ("A B|C Solicitors", "A B|C Solicitors"),
        ] {
            assert_eq!(print_form(&lines(typed)).join("|"), printed);
        }
    }

    #[test]
    fn a_full_address_is_joined_to_the_lines_of_the_window() {
        let typed =
            "A B|Great Company Ltd|Accounts|Flat 3|The Old Dairy|12 Mill Lane|Upper End|Great Dunmow|CM6 1BG";
        let printed = print_form(&lines(typed));
        assert_eq!(printed.len(), 5);
        assert_eq!(printed.first().unwrap(), "A B");
        assert_eq!(printed[3..], ["GREAT DUNMOW", "CM6 1BG"]);
        let all = printed.join(", ");
        for part in ["Great Company Ltd", "Flat 3, The Old Dairy", "12 Mill Lane", "Upper End"] {
            assert!(all.contains(part), "{all}");
        }
        assert!(check(&lines(typed)).iter().any(|fault| !fault.blocks && fault.sentence.contains("9 lines")));
    }

    #[test]
    fn faults_are_told_by_line() {
        for (typed, line, blocks, words) in [
            ("|1 Road|Stansted|CM24 8BE", 1, true, "name"),
            ("A B|CM24 8BE", 0, true, "too short"),
            ("A B|@home|Stansted|CM24 8BE", 2, true, "begins with"),
            ("A B|(rear) 1 Road|Stansted|CM24 8BE", 2, true, "begins with"),
            ("A B|No fixed abode|Stansted|CM24 8BE", 2, true, "no fixed address"),
            ("A B|NFA|Stansted|CM24 8BE", 2, true, "no fixed address"),
            ("A B|2 Regiment|BFPO 57|Germany", 4, true, "BFPO"),
            ("A B|1 Road|Stansted", 3, false, "neither"),
            ("A B|Hauptstraße 1|10115 Berlin|Deutschland", 4, false, "write Germany"),
            ("A B|Rue 1|Abidjan|Côte d'Ivoire", 4, false, "write Ivory Coast"),
        ] {
            let faults = check(&lines(typed));
            let found = faults
                .iter()
                .any(|fault| fault.line == line && fault.blocks == blocks && fault.sentence.contains(words));
            assert!(found, "{typed}: {faults:?}");
        }
    }

    #[test]
    fn good_addresses_have_no_fault() {
        for typed in [
            "Ms Z Brown|The Old Dairy, Mill Lane|Great Dunmow|CM6 1BG",
            "Capt A B|2 Regiment|BFPO 57",
            "A B|c/o C Solicitors|1 Road|London|SW1A 1AA",
            "A B (A1234BC)|HMP Pentonville|Caledonian Road|London|N7 8TT",
            "A B|1 Esplanade|St Helier|JE2 3AB",
            "A B|1-2-3 Chiyoda|Tokyo 100-0001|Japan",
            "A B|Flat 5, 1 Nathan Road|Kowloon|Hong Kong",
        ] {
            assert_eq!(check(&lines(typed)), [], "{typed}");
        }
    }

    #[test]
    fn no_sentence_repeats_what_was_typed() {
        for typed in ["Zofia|@Zofia|Zofiatown", "Zofia|NFA", "Zofia|x|BFPO 5|Germany"] {
            assert!(check(&lines(typed)).iter().all(|fault| !fault.sentence.contains("Zofia")));
        }
    }
}
