//! The colour profile of the output intent: sRGB as an ICC version 2 display profile, its bytes made here.
//!
//! A matrix of the three primaries and one curve each. The curve is a table of the sRGB transfer function; numbers
//! follow IEC 61966-2-1, with the primaries adapted to the D50 white of ICC profiles.

/// Primaries and white in s15Fixed16, as the ICC's own sRGB profile rounds them.
const XYZ: [(&[u8; 4], [i32; 3]); 4] = [
    (b"wtpt", [0xF6D6, 0x1_0000, 0xD32D]),
    (b"rXYZ", [0x6FA2, 0x38F5, 0x0390]),
    (b"gXYZ", [0x6299, 0xB785, 0x18DA]),
    (b"bXYZ", [0x24A0, 0x0F84, 0xB6CF]),
];
/// The transfer function at 0, 1/32, …, 1, times 65 535.
const CURVE: [u16; 33] = [
    0, 159, 338, 595, 940, 1381, 1923, 2572, 3334, 4214, 5215, 6344, 7603, 8997, 10530, 12206, 14027, 15998,
    18122, 20401, 22840, 25440, 28206, 31139, 34243, 37521, 40975, 44607, 48420, 52417, 56601, 60972, 65535,
];
const HEADER: usize = 128;
const ENTRY: usize = 12;

/// The profile's bytes.
pub(super) fn srgb() -> Vec<u8> {
    let curve = curve();
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![(*b"desc", description()), (*b"cprt", copyright())];
    tags.extend(XYZ.iter().map(|(name, values)| (**name, xyz(*values))));
    tags.extend([*b"rTRC", *b"gTRC", *b"bTRC"].map(|name| (name, curve.clone())));
    assemble(&tags)
}

fn word(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

fn xyz(values: [i32; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(values.iter().flat_map(|value| value.to_be_bytes()));
    tag
}

fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(word(CURVE.len()));
    tag.extend(CURVE.iter().flat_map(|value| value.to_be_bytes()));
    tag
}

fn description() -> Vec<u8> {
    let name = b"sRGB\0";
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(word(name.len()));
    tag.extend(name);
    // No Unicode and no Macintosh name: two empty headers and 67 unused bytes.
    tag.extend([0; 4 + 4 + 2 + 1 + 67]);
    tag
}

fn copyright() -> Vec<u8> {
    b"text\0\0\0\0No copyright, use freely\0".to_vec()
}

fn assemble(tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut table = word(tags.len()).to_vec();
    let mut body: Vec<u8> = Vec::new();
    let start = HEADER + 4 + tags.len() * ENTRY;
    for (name, bytes) in tags {
        table.extend(name);
        table.extend(word(start + body.len()));
        table.extend(word(bytes.len()));
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + body.len());
    profile.extend(table);
    profile.extend(body);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = word(size).to_vec();
    header.extend(b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ ");
    // Year, month, day, hour, minute, second: the day sRGB became a standard.
    for part in [1999_u16, 10, 18, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    // Platform, flags, manufacturer, model, attributes, intent: none.
    header.extend([0; 4 + 4 + 4 + 4 + 8 + 4]);
    // The D50 white of the connection space.
    header.extend([0xF6D6_i32, 0x1_0000, 0xD32D].iter().flat_map(|value| value.to_be_bytes()));
    header.resize(HEADER, 0);
    header
}

#[cfg(test)]
mod tests {
    use super::{CURVE, srgb};

    #[test]
    fn the_curve_is_the_one_of_the_standard() {
        for (step, value) in CURVE.iter().enumerate() {
            let encoded = step as f64 / 32.0;
            let linear =
                if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
            assert!((linear * 65535.0 - f64::from(*value)).abs() < 0.51, "{step}: {}", linear * 65535.0);
        }
    }

    #[test]
    fn the_profile_says_how_long_it_is_and_where_its_parts_are() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(word(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..word(128) {
            let at = 132 + tag * 12;
            assert!(word(at + 4) % 4 == 0);
            assert!(word(at + 4) + word(at + 8) <= profile.len());
        }
    }
}
