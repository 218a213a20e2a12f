//! From bytes of an unknown program to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at to recognise UTF-16 that does not announce itself.
const LOOKED_AT: usize = 4096;

/// The text of a file: as its byte order mark says; else UTF-8 if it is that; else Windows-1252, which older
/// spreadsheet programs write and in which every byte means something.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let (encoding, start) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(start..).unwrap_or_default());
    text.into_owned()
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let many = head.len() / 5;
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > many && odd > even => UTF_16LE,
        (even, _) if even > many => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// One line without controls, its blanks tidied.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{decoded, one_line};

    #[test]
    fn the_same_words_come_out_of_every_encoding() {
        let words = "id,title\r\n1,Café – “invoice”\r\n";
        let utf_16 = |unit: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let with_bom = |bom: &[u8], rest: Vec<u8>| [bom.to_vec(), rest].concat();
        assert_eq!(decoded(words.as_bytes()), words);
        assert_eq!(decoded(&with_bom(b"\xef\xbb\xbf", words.as_bytes().to_vec())), words);
        assert_eq!(decoded(&with_bom(b"\xff\xfe", utf_16(u16::to_le_bytes))), words);
        assert_eq!(decoded(&with_bom(b"\xfe\xff", utf_16(u16::to_be_bytes))), words);
        assert_eq!(decoded(&utf_16(u16::to_le_bytes)), words);
        assert_eq!(decoded(&utf_16(u16::to_be_bytes)), words);
        assert_eq!(decoded(b"id,title\r\n1,Caf\xe9 \x96 \x93invoice\x94\r\n"), words);
    }

    #[test]
    fn a_line_holds_no_controls() {
        assert_eq!(one_line(" a\u{0}b\r\n\tc  d "), "a b c d");
    }
}
