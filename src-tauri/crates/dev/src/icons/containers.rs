//! ICO (Windows) and ICNS (macOS): a short table, then PNG files unchanged.

/// Widths whose pictures [`icns`] asks for.
pub(super) const ICNS_WIDTHS: [u32; 7] = [16, 32, 64, 128, 256, 512, 1024];

/// The kinds of picture in an ICNS and their width in pixels. Twice the same width: once as itself and once as the
/// half width for a dense screen.
const ICNS_KINDS: [(&[u8; 4], u32); 10] = [
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic10", 1024),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic13", 256),
    (b"ic14", 512),
];

/// Bytes of the table of an ICO: a head of 6 and 16 for each picture.
const ICO_HEAD: usize = 6;
const ICO_ROW: usize = 16;

/// An ICO of PNG pictures, each with its width in pixels (at most 256).
pub(super) fn ico(pictures: &[(u32, &[u8])]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 1, 0];
    bytes.extend(little(pictures.len()).into_iter().take(2));
    let mut start = ICO_HEAD + ICO_ROW * pictures.len();
    for (width, png) in pictures {
        // One byte for the width and one for the height; 256 is written as 0.
        let width = u8::try_from(*width).unwrap_or(0);
        // No palette, reserved, one plane (two bytes), 32 bits a pixel (two bytes).
        bytes.extend([width, width, 0, 0, 1, 0, 32, 0]);
        bytes.extend(little(png.len()));
        bytes.extend(little(start));
        start += png.len();
    }
    pictures.iter().for_each(|(_, png)| bytes.extend(*png));
    bytes
}

/// An ICNS of the PNG pictures that `png` gives for each of [`ICNS_WIDTHS`].
pub(super) fn icns<'a>(png: impl Fn(u32) -> &'a [u8]) -> Vec<u8> {
    let mut pictures = Vec::new();
    for (kind, width) in ICNS_KINDS {
        let png = png(width);
        pictures.extend(kind);
        pictures.extend(big(8 + png.len()));
        pictures.extend(png);
    }
    let mut bytes = b"icns".to_vec();
    bytes.extend(big(8 + pictures.len()));
    bytes.extend(pictures);
    bytes
}

/// A length in the four bytes both formats have for it; ours are some kilobytes.
fn big(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

fn little(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::{ICNS_KINDS, icns, ico};

    #[test]
    fn every_picture_of_an_ico_starts_where_its_row_says() {
        let bytes = ico(&[(16, b"small"), (256, b"great one")]);
        assert_eq!(&bytes[..6], [0, 0, 1, 0, 2, 0]);
        for (row, (width, content)) in [(16, &b"small"[..]), (0, b"great one")].into_iter().enumerate() {
            let row = &bytes[6 + 16 * row..][..16];
            assert_eq!(row[..2], [width, width]);
            let number = |at: usize| u32::from_le_bytes(row[at..at + 4].try_into().unwrap()) as usize;
            assert_eq!(&bytes[number(12)..][..number(8)], content);
        }
    }

    #[test]
    fn an_icns_is_as_long_as_it_says_and_so_is_each_picture() {
        let bytes = icns(|_| b"png");
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(&bytes[..4], b"icns");
        assert_eq!(number(4), bytes.len());
        let mut at = 8;
        for (kind, _) in ICNS_KINDS {
            assert_eq!(&bytes[at..at + 4], kind);
            assert_eq!(&bytes[at + 8..at + 11], b"png");
            at += number(at + 4);
        }
        assert_eq!(at, bytes.len());
    }
}
