//! What is asked of a passphrase. The key file can be copied and guessed at for years, so this is strict, and says why.
//! How hard one is to guess is estimated by zxcvbn, which knows the lists and habits that guessing programs begin with.

use casebook_ipc::PassphraseSuggested;
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

use crate::errors::{AppError, bug};
use crate::ports::Ports;
use crate::words_list;

/// The shortest passphrase, in characters.
const SHORTEST: usize = 14;
/// The longest, in bytes; more would only slow down unlocking.
const LONGEST: usize = 1024;
/// Words that are guessed first for this program.
const OURS: &[&str] = &["casebook", "dpo", "data", "protection", "officer", "passphrase", "gdpr"];

/// What is thought of a passphrase: whether it may be used, and one sentence.
pub(crate) struct Judgement {
    /// Whether it may be used.
    pub(crate) accepted: bool,
    /// Why, or why not.
    pub(crate) sentence: &'static str,
}

/// Judges a passphrase.
pub(crate) fn judge(passphrase: &str) -> Judgement {
    let refused = |sentence| Judgement { accepted: false, sentence };
    if passphrase.trim().is_empty() {
        return refused("Five or more unrelated words make a good passphrase.");
    }
    if passphrase.len() > LONGEST {
        return refused("This is longer than 1,024 bytes. Use fewer words.");
    }
    if passphrase.chars().count() < SHORTEST {
        return refused("Use at least 14 characters. Five unrelated words are easy to remember.");
    }
    let estimate = zxcvbn(passphrase, OURS);
    if estimate.score() < Score::Four {
        let warning = estimate.feedback().and_then(|feedback| feedback.warning());
        return refused(
            warning.map_or("A program would guess this in time. Use more unrelated words.", weakness),
        );
    }
    Judgement { accepted: true, sentence: "This passphrase can be used. Nobody can recover it for you." }
}

/// A passphrase of words drawn by chance.
pub(crate) fn suggest(ports: &Ports) -> Result<PassphraseSuggested, AppError> {
    let passphrase = words_list::passphrase(&*ports.random, words_list::FOR_A_CASEBOOK);
    Ok(PassphraseSuggested { passphrase: passphrase.ok_or_else(|| bug("no-random-bytes"))? })
}

/// Why a passphrase is easy to guess.
const fn weakness(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "This follows the rows of the keyboard. Use unrelated words."
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "This repeats itself. Use unrelated words."
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => {
            "This is built on something that is guessed first. Use unrelated words."
        }
        Warning::SequencesLikeAbcAreEasyToGuess => {
            "This follows the alphabet or the digits. Use unrelated words."
        }
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            "Dates and years are guessed early. Use unrelated words."
        }
        Warning::AWordByItselfIsEasyToGuess => "One word is guessed early. Use five unrelated words.",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "Names are guessed early. Use unrelated words.",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::judge;
    use crate::ports::Random;
    use crate::words_list::{FOR_A_CASEBOOK, passphrase};

    /// Bytes that look random.
    struct Mixed(AtomicU64);

    impl Random for Mixed {
        fn fill(&self, buffer: &mut [u8]) -> bool {
            for byte in buffer {
                let state = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
                *byte = (state ^ state >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9).to_be_bytes()[0];
            }
            true
        }
    }

    #[test]
    fn guessable_passphrases_are_refused() {
        for bad in [
            "",
            "   ",
            "short",
            "aaaaaaaaaaaaaaaa",
            "passwordpassword1",
            "abcdefghijklmnop",
            "12345678901234567",
            "qwertyuiopasdfgh",
            "abcabcabcabcabcabc",
            "Password123456!",
            "casebook casebook",
            "letmein letmein 1",
            "01234567890123456789",
            "zyxwvutsrqponmlk",
            "Liverpool19/02/1984",
            "jennifer jennifer",
            "P@ssw0rd P@ssw0rd",
            "dataprotection1",
            "qazwsxedcrfvtgb",
            "iloveyou iloveyou",
        ] {
            assert!(!judge(bad).accepted, "{bad}");
        }
        assert!(!judge(&"long ".repeat(300)).accepted);
    }

    #[test]
    fn unrelated_words_are_accepted_in_any_script() {
        for good in [
            "violet tram kettle orbit parsnip",
            "łódka parasol księżyc rower",
            "🐢 kettle orbit tramway cloud",
            "marble otter lantern quiet",
        ] {
            assert!(judge(good).accepted, "{good}: {}", judge(good).sentence);
        }
    }

    #[test]
    fn every_suggested_passphrase_is_accepted() {
        let random = Mixed(AtomicU64::new(7));
        for _ in 0..200 {
            let suggested = passphrase(&random, FOR_A_CASEBOOK).unwrap();
            assert!(judge(suggested.reveal()).accepted, "{}", suggested.reveal());
        }
    }
}
