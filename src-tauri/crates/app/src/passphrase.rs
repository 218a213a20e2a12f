//! What is asked of a passphrase. The key file can be copied and guessed at for years, so this is strict, and says why.

use std::collections::BTreeSet;

/// The shortest passphrase, in characters.
const SHORTEST: usize = 14;
/// The longest, in bytes; more would only slow down unlocking.
const LONGEST: usize = 1024;
/// How many different characters it needs.
const DIFFERENT: usize = 8;

/// Beginnings and fillings that guessing programs try first.
const COMMON: &[&str] = &[
    "password",
    "passphrase",
    "qwerty",
    "azerty",
    "letmein",
    "123456",
    "abcdef",
    "iloveyou",
    "welcome",
    "admin",
    "casebook",
    "secret",
    "monkey",
    "dragon",
    "football",
    "liverpool",
    "arsenal",
    "changeme",
    "111111",
    "000000",
];

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
    let count = passphrase.chars().count();
    if passphrase.trim().is_empty() {
        return refused("Five or more unrelated words make a good passphrase.");
    }
    if passphrase.len() > LONGEST {
        return refused("This is longer than 1,024 bytes. Use fewer words.");
    }
    if count < SHORTEST {
        return refused("Use at least 14 characters. Five unrelated words are easy to remember.");
    }
    let lower = passphrase.to_lowercase();
    if lower.chars().collect::<BTreeSet<_>>().len() < DIFFERENT {
        return refused("Use more different characters; this repeats a few.");
    }
    if repeats(&lower) {
        return refused("This repeats one part. Use unrelated words.");
    }
    let rest = COMMON.iter().fold(lower, |rest, common| rest.replace(common, ""));
    if rest.chars().filter(|c| c.is_alphanumeric()).count() < SHORTEST - 4 {
        return refused("This is built on a word that is guessed first. Use unrelated words.");
    }
    if runs(passphrase) {
        return refused("This follows the alphabet, the digits or the keyboard. Use unrelated words.");
    }
    Judgement { accepted: true, sentence: "This passphrase can be used. Nobody can recover it for you." }
}

/// Whether the text is one part written several times.
fn repeats(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..=bytes.len() / 2).any(|part| {
        bytes.len().is_multiple_of(part) && bytes.chunks(part).all(|chunk| bytes.starts_with(chunk))
    })
}

/// Whether most of the text walks along the alphabet, the digits or a row of keys.
fn runs(text: &str) -> bool {
    const ROWS: [&str; 5] =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let neighbours = letters
        .windows(2)
        .filter(|pair| {
            let forward: String = pair.iter().collect();
            let backward: String = pair.iter().rev().collect();
            ROWS.iter().any(|row| row.contains(&forward) || row.contains(&backward))
        })
        .count();
    neighbours * 3 > letters.len() * 2
}

#[cfg(test)]
mod tests {
    use super::judge;

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
        ] {
            assert!(!judge(bad).accepted, "{bad}");
        }
        assert!(!judge(&"long ".repeat(300)).accepted);
    }

    #[test]
    fn unrelated_words_are_accepted_in_any_script() {
        for good in [
            "correct horse battery staple",
            "violet tram kettle orbit",
            "łódka parasol księżyc rower",
            "🐢 kettle orbit tramway",
        ] {
            assert!(judge(good).accepted, "{good}: {}", judge(good).sentence);
        }
    }
}
