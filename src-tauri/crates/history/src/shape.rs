//! The written forms of the parts of an entry: dates, instants, ids, codes. Checked when an entry is written and when
//! it is read, so that a damaged part is named and not only found to be different.

/// A civil date that exists, as `2026-11-22`.
pub(crate) fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else { return false };
    let (Some(year), Some(month), Some(day)) =
        (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]))
    else {
        return false;
    };
    (1..=days_in(year, month)).contains(&day)
}

/// An instant in UTC to the millisecond, as `2026-11-22T10:00:00.000Z`.
pub(crate) fn is_instant(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let [h1, h2, b':', m1, m2, b':', s1, s2, b'.', f1, f2, f3, b'Z'] = *time.as_bytes() else { return false };
    is_date(date)
        && number(&[h1, h2]).is_some_and(|hour| hour < 24)
        && number(&[m1, m2]).is_some_and(|minute| minute < 60)
        && number(&[s1, s2]).is_some_and(|second| second < 60)
        && number(&[f1, f2, f3]).is_some()
}

/// A UUID in lower case with hyphens.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// A kind of entry: noun and verb in the past, as `letter.finalised`.
pub(crate) fn is_kind(text: &str) -> bool {
    text.len() <= 64
        && text.contains('.')
        && text.split('.').all(|word| {
            word.starts_with(|first: char| first.is_ascii_lowercase())
                && word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
        })
}

/// A short code such as a role or a version: 1 to 64 visible ASCII characters.
pub(crate) fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| match digit {
        b'0'..=b'9' => Some(sum * 10 + u32::from(digit - b'0')),
        _ => None,
    })
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        for right in ["2026-11-22", "2028-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_date(right), "{right}");
        }
        for wrong in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-11-00",
            "2026-1-22",
            "",
            "22/11/2026",
            "+026-11-22",
        ] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }

    #[test]
    fn an_instant_has_milliseconds_and_says_z() {
        assert!(is_instant("2026-11-22T10:00:00.000Z"));
        assert!(is_instant("2026-11-22T23:59:59.999Z"));
        for wrong in [
            "2026-11-22T10:00:00Z",
            "2026-11-22T10:00:00.000000Z",
            "2026-11-22T24:00:00.000Z",
            "2026-11-22T10:60:00.000Z",
            "2026-11-22T10:00:60.000Z",
            "2026-11-22T10:00:00.000+00:00",
            "2026-11-22 10:00:00.000Z",
            "2026-02-30T10:00:00.000Z",
        ] {
            assert!(!is_instant(wrong), "{wrong}");
        }
    }

    #[test]
    fn ids_and_codes_have_one_form() {
        assert!(is_uuid("01890a5d-ac96-774b-bcce-b302099a8057"));
        for wrong in [
            "01890A5D-ac96-774b-bcce-b302099a8057",
            "01890a5dac96774bbcceb302099a8057",
            "",
            "01890a5d-ac96-774b-bcce-b302099a805g",
        ] {
            assert!(!is_uuid(wrong), "{wrong}");
        }
        assert!(is_kind("letter.posted") && is_kind("request.id_asked"));
        for wrong in [
            "letter",
            "Letter.posted",
            "letter.",
            ".posted",
            "letter posted.",
            "letter..posted",
            "letter.1st",
        ] {
            assert!(!is_kind(wrong), "{wrong}");
        }
        assert!(is_code("dpo") && is_code("0.1.0"));
        for wrong in ["", "a b", "Zoë", "line\n"] {
            assert!(!is_code(wrong), "{wrong}");
        }
    }
}
