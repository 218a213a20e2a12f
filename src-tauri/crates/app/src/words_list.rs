//! Passphrases made of words that can be read out over the telephone.
//!
//! The list has 1,024 words of our own choosing, so each word is worth ten bits. No two begin with the same four
//! letters: whoever mishears the end of a word still has the right one.

use casebook_personal::Personal;

use crate::ports::Random;

const LIST: &str = include_str!("words_list.txt");
/// The length of the list; a power of two, so that every word is equally likely.
const WORDS: u16 = 1 << 10;
/// Between two words.
const BETWEEN: &str = "-";

/// How many words protect an archive: 80 bits. What unpacks archives counts few rounds, so the words must do the work.
pub(crate) const FOR_AN_ARCHIVE: usize = 8;

/// How many words protect a casebook: 60 bits, each guess at a cost of 256 MiB and most of a second.
pub(crate) const FOR_A_CASEBOOK: usize = 6;

/// So many words from the list, each drawn by chance, with hyphens between them; `None` if the system has no random
/// bytes to give.
pub(crate) fn passphrase(random: &dyn Random, words: usize) -> Option<Personal<String>> {
    let mut said = String::new();
    for place in 0..words {
        let mut drawn = [0; 2];
        if !random.fill(&mut drawn) {
            return None;
        }
        let word = LIST.lines().nth(usize::from(u16::from_be_bytes(drawn) % WORDS))?;
        if place > 0 {
            said.push_str(BETWEEN);
        }
        said.push_str(word);
    }
    Some(Personal::new(said))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::atomic::{AtomicU16, Ordering};

    use super::{FOR_AN_ARCHIVE, LIST, Random, WORDS, passphrase};

    /// Counts through all values of two bytes.
    struct Counting(AtomicU16);

    impl Random for Counting {
        fn fill(&self, buffer: &mut [u8]) -> bool {
            buffer.copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            true
        }
    }

    struct Empty;

    impl Random for Empty {
        fn fill(&self, _buffer: &mut [u8]) -> bool {
            false
        }
    }

    #[test]
    fn the_list_is_as_long_as_it_says_and_no_two_words_begin_alike() {
        let words: Vec<&str> = LIST.lines().collect();
        assert_eq!(words.len(), usize::from(WORDS));
        assert!(words.is_sorted());
        let is_plain =
            |word: &&str| (3..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(words.iter().all(is_plain));
        let beginnings: BTreeSet<&str> = words.iter().map(|word| word.get(..4).unwrap_or(word)).collect();
        assert_eq!(beginnings.len(), words.len());
    }

    #[test]
    fn every_word_is_equally_likely() {
        let random = Counting(AtomicU16::new(0));
        let said = passphrase(&random, 1 << 16).unwrap();
        let mut counts = std::collections::BTreeMap::new();
        for word in said.reveal().split('-') {
            *counts.entry(word).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), usize::from(WORDS));
        assert!(counts.values().all(|count| *count == 64));
    }

    #[test]
    fn an_archive_gets_eight_words_and_none_without_chance() {
        let random = Counting(AtomicU16::new(0));
        assert_eq!(passphrase(&random, FOR_AN_ARCHIVE).unwrap().reveal().split('-').count(), 8);
        assert!(passphrase(&Empty, FOR_AN_ARCHIVE).is_none());
    }
}
