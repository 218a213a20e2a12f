//! Letters that stand for themselves in Unicode and yet are typed without their stroke: a Pole's Ł as L, a Dane's Ø as O.
//! Accents are dropped elsewhere; these have none to drop.

/// The letters that a person without this keyboard types instead; `None` for a letter that is plain enough.
const fn typed_as(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'Ł' => "L",
        'ø' => "o",
        'Ø' => "O",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'þ' => "th",
        'Þ' => "TH",
        _ => return None,
    })
}

/// The text with each of those letters as it is typed. What is recorded is not changed, only what is looked for.
pub(crate) fn plain_letters(letters: impl Iterator<Item = char>) -> String {
    let mut plain = String::new();
    for letter in letters {
        match typed_as(letter) {
            Some(typed) => plain.push_str(typed),
            None => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_letters;

    #[test]
    fn strokes_and_joined_letters_are_typed_plainly() {
        for (written, typed) in [
            ("Żółkiewska", "Żólkiewska"),
            ("Kjærgaard", "Kjaergaard"),
            ("Søren Weiß", "Soren Weiss"),
            ("日本", "日本"),
        ] {
            assert_eq!(plain_letters(written.chars()), typed);
        }
    }
}
