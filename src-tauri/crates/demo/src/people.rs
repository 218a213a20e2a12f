//! Made-up people: names from many places, streets that do not exist, e-mail addresses that go nowhere.

use crate::chance::Chance;

/// Somebody made up.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) salutation: String,
    pub(crate) address: Vec<String>,
    pub(crate) email: String,
}

const GIVEN: &[&str] = &[
    "Zofia",
    "Maya",
    "Thomas",
    "Siân",
    "Oluwaseun",
    "Priya",
    "Duncan",
    "Aoife",
    "Chiara",
    "Jürgen",
    "Nguyễn",
    "Łukasz",
    "Fatima",
    "Grace",
    "Emeka",
    "Harriet",
    "Iolo",
    "Jasmin",
    "Kwame",
    "Leila",
    "Mateusz",
    "Noor",
    "Oksana",
    "Peter",
    "Quentin",
    "Rhiannon",
    "Søren",
    "Tamsin",
    "Uzma",
    "Victor",
    "Wendy",
    "Xenia",
    "Yusuf",
    "Željka",
];

const FAMILY: &[&str] = &[
    "Żółkiewska-Brown",
    "Osei",
    "Merriweather",
    "ap Rhys",
    "Adebayo",
    "Raman",
    "MacInnes",
    "Ní Bhriain",
    "Bianchi",
    "Müller",
    "Thị Hương",
    "Wiśniewski",
    "Rahman",
    "Holloway",
    "Okonkwo",
    "Pemberton",
    "Llŷr",
    "Kaur",
    "Boateng",
    "Haddad",
    "Nowak",
    "Aziz",
    "Shevchenko",
    "Achterberg",
    "Delacroix",
    "Pritchard",
    "Kjærgaard",
    "Trelawney",
    "Malik",
    "Hugo-Whitlock",
    "Sutcliffe",
    "Papadopoulou",
    "Yıldız",
    "Kovač",
    "O’Dowd",
    "D’Souza",
    "van der Meer",
    "St John",
];

const TITLES: &[&str] = &["Ms", "Mr", "Mrs", "Mx", "Dr"];
const HOUSES: &[&str] = &["The Old Dairy", "Flat 3, Weaver House", "Rose Cottage", "Unit 7, Foundry Court"];
const STREETS: &[&str] = &[
    "Mill Lane",
    "Chapel Rise",
    "Station Approach",
    "Quarry Bank",
    "Larkfield Road",
    "Heron Way",
    "Tanners Row",
];
const TOWNS: &[(&str, &str)] = &[
    ("GREAT DUNMOW", "CM6"),
    ("HARLOW", "CM20"),
    ("BISHOP’S STORTFORD", "CM23"),
    ("CAMBRIDGE", "CB1"),
    ("CARDIFF", "CF10"),
    ("LEEDS", "LS1"),
    ("GLASGOW", "G1"),
    ("BELFAST", "BT1"),
    ("NORWICH", "NR1"),
    ("EXETER", "EX1"),
    ("ABERYSTWYTH", "SY23"),
];

/// Draws a person.
pub(crate) fn person(chance: &mut Chance) -> Person {
    let pick = |chance: &mut Chance, list: &[&'static str]| chance.one(list).copied().unwrap_or_default();
    let (given, family, title) = (pick(chance, GIVEN), pick(chance, FAMILY), pick(chance, TITLES));
    let mut address = Vec::new();
    if chance.percent(40) {
        address.push(pick(chance, HOUSES).to_owned());
    }
    address.push(format!("{} {}", 1 + chance.below(180), pick(chance, STREETS)));
    let (town, area) = chance.one(TOWNS).copied().unwrap_or_default();
    let letters = ["AA", "BD", "DE", "HJ", "LN", "PQ", "RS", "XY"];
    address.push(town.to_owned());
    address.push(format!("{area} {}{}", 1 + chance.below(9), pick(chance, &letters)));
    Person {
        name: format!("{given} {family}"),
        salutation: format!("Dear {title} {family}"),
        email: format!("person{}@made-up.example", chance.below(1_000_000)),
        address,
    }
}

/// What somebody wrote.
pub(crate) fn request_text(chance: &mut Chance, name: &str) -> String {
    const OPENINGS: &[&str] = &[
        "I would like a copy of everything you keep about me.",
        "Under Article 15 I ask for access to my personal data.",
        "What do you know about me, where did you get it, and who else has it?",
        "I was a customer until last year. Send me what you still hold on me, with the e-mails.",
        "Please tell me whether you use data about me and give me a copy.",
    ];
    const MORE: &[&str] = &[
        "I am most interested in the support tickets and in the notes your staff made.",
        "I would also like to know how long you keep it.",
        "A letter is fine; I do not have a printer.",
        "I have moved house since. My new address is on the envelope.",
        "",
    ];
    let pick = |chance: &mut Chance, list: &[&'static str]| chance.one(list).copied().unwrap_or_default();
    format!(
        "Dear Sir or Madam,\n\n{}\n\n{}\n\nYours faithfully\n{name}\n",
        pick(chance, OPENINGS),
        pick(chance, MORE)
    )
}
