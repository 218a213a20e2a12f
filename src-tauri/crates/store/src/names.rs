//! Names written one way, so that a person is found however somebody typed them: with a title or without, the family name
//! first or last, a middle name, an initial, an accent or none.

use std::collections::BTreeSet;

use crate::projections::words_of;

/// What stands before or behind a name and is not part of it.
const TITLES: [&str; 26] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "master",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "reverend",
    "jr",
    "jnr",
    "sr",
    "snr",
    "esq",
    "mbe",
    "obe",
    "cbe",
    "kc",
    "phd",
    "md",
];

/// How far two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameFit {
    /// They do not, or one is not known.
    No,
    /// One is a shorter form of the other: a middle name less, an initial instead of a name.
    Similar,
    /// The same words, in whatever order.
    Same,
}

/// A name as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its words, the family name last where a comma tells it apart; in lower case, without accents and titles.
    words: Vec<String>,
}

impl Name {
    /// The name as somebody typed it.
    pub(crate) fn of(typed: &str) -> Self {
        // "Nowak, Zofia" is Zofia Nowak. What an apostrophe parts is one word.
        let joined: String = typed.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')).collect();
        let turned = match joined.split_once(',') {
            Some((family, given)) => format!("{given} {family}"),
            None => joined,
        };
        let plain = words_of(&turned);
        let is_name = |word: &&str| !TITLES.contains(word);
        Self {
            words: plain
                .split(' ')
                .filter(|word| !word.is_empty())
                .filter(is_name)
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The name as [`Name::words`] gave it.
    pub(crate) fn from_words(words: &str) -> Self {
        Self { words: words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    /// Its words, in alphabetical order.
    pub(crate) fn words(&self) -> String {
        sorted(self.words.iter())
    }

    /// By what it is looked up: its two ends, in alphabetical order. Empty if there is no name.
    pub(crate) fn key(&self) -> String {
        let ends: BTreeSet<&String> = self.words.first().into_iter().chain(self.words.last()).collect();
        sorted(ends)
    }

    /// How far another name agrees with this one.
    pub(crate) fn fit(&self, other: &Self) -> NameFit {
        if self.words.is_empty() || other.words.is_empty() {
            return NameFit::No;
        }
        if self.words() == other.words() {
            return NameFit::Same;
        }
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let mut left: Vec<&String> = long.words.iter().collect();
        let unmatched: Vec<&String> = short
            .words
            .iter()
            .filter(|word| is_initial(word) || !take(&mut left, |each| each == *word))
            .collect();
        let has_whole_word = unmatched.len() < short.words.len();
        let all_fit = unmatched.iter().all(|word| {
            take(&mut left, |each| each == *word || stands_for(word, each) || stands_for(each, word))
        });
        if has_whole_word && all_fit { NameFit::Similar } else { NameFit::No }
    }
}

fn sorted<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    let mut words: Vec<&str> = words.into_iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Takes the first that fits away; whether there was one.
fn take(words: &mut Vec<&String>, fits: impl Fn(&String) -> bool) -> bool {
    let place = words.iter().position(|word| fits(word));
    place.map(|place| words.remove(place)).is_some()
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

fn stands_for(initial: &str, word: &str) -> bool {
    is_initial(initial) && word.starts_with(initial)
}

#[cfg(test)]
mod tests {
    use super::{Name, NameFit};

    #[test]
    fn names_that_somebody_would_take_for_one_person_agree() {
        let same = [
            "Zoë O’Brien",
            "ZOE OBRIEN",
            "Mrs Zoë O'Brien",
            "O’Brien, Zoë",
            "o\u{2bc}brien zoe",
            "Dr. Zoe O'Brien, PhD",
        ];
        for typed in same {
            assert_eq!(Name::of(typed).fit(&Name::of("Zoë O’Brien")), NameFit::Same, "{typed}");
            assert_eq!(Name::of(typed).key(), "obrien zoe", "{typed}");
        }
        for (one, other, fit) in [
            ("Zofia Nowak", "Zofia Maria Nowak", NameFit::Similar),
            ("Nowak, Zofia M.", "Zofia Maria Nowak", NameFit::Similar),
            ("Z Nowak", "Zofia Nowak", NameFit::Similar),
            ("Nowak", "Zofia Nowak", NameFit::Similar),
            ("Zofia Nowak", "Omar Nowak", NameFit::No),
            ("John Adam Smith", "John Peter Smith", NameFit::No),
            ("John A Smith", "John Peter Smith", NameFit::No),
            ("J S", "John Smith", NameFit::No),
            ("Zofia Zofia", "Zofia Nowak", NameFit::No),
            ("", "", NameFit::No),
            ("Mr", "Mr", NameFit::No),
            ("王小明", "王小明", NameFit::Same),
        ] {
            assert_eq!(Name::of(one).fit(&Name::of(other)), fit, "{one} / {other}");
            assert_eq!(Name::of(other).fit(&Name::of(one)), fit, "{other} / {one}");
        }
    }

    #[test]
    fn a_middle_name_does_not_hide_a_person_from_being_looked_up() {
        for typed in ["Zofia Nowak", "Zofia Maria Nowak", "Nowak, Zofia Maria", "Nowak Zofia"] {
            assert_eq!(Name::of(typed).key(), "nowak zofia", "{typed}");
        }
        assert_eq!(Name::of("Nowak").key(), "nowak");
        assert_eq!(Name::of(" , ").key(), "");
    }

    #[test]
    fn words_read_back_are_the_same_name() {
        let name = Name::of("Zofia Maria Nowak");
        assert_eq!(Name::from_words(&name.words()).fit(&name), NameFit::Same);
    }
}
