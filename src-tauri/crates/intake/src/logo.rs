//! A picture for the head of letters: a PNG, looked at before it is decoded, decoded within limits, and written anew
//! without anything but its pixels.

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;
/// The most pixels a side may have.
pub const LONGEST_SIDE: u32 = 4000;
/// The fewest pixels a side may have; less is a dot on paper.
pub const SHORTEST_SIDE: u32 = 16;
/// What decoding may take, in bytes: [`LONGEST_SIDE`] squared, four channels of two bytes, and some more.
const MEMORY: usize = 160 * 1024 * 1024;
/// What a letter needs: its box is about 60 by 18 mm, and paper shows no more than 600 dots to an inch.
const USEFUL: (u32, u32) = (1420, 430);

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture fit for letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The PNG: eight bits a channel, red, green, blue and, where it is not solid, alpha. No metadata.
    pub png: Vec<u8>,
}

/// Why a file is no fit picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
    /// Not a PNG.
    NotPng,
    /// A side has more pixels than [`LONGEST_SIDE`].
    TooManyPixels {
        /// Width as the file states it.
        width: u32,
        /// Height as the file states it.
        height: u32,
    },
    /// A side has fewer pixels than [`SHORTEST_SIDE`].
    TooFewPixels,
    /// It begins as a PNG and goes on as something else.
    Broken,
}

impl std::fmt::Display for LogoFault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge => formatter.write_str("The picture is larger than 2 MiB. Save it smaller."),
            Self::NotPng => {
                formatter.write_str("This is not a PNG picture. Save the logo as PNG, then choose that file.")
            }
            Self::TooManyPixels { width, height } => write!(
                formatter,
                "The picture has {width} by {height} pixels; 4,000 a side are the most. Save it smaller: 1,400 across \
                 print sharply."
            ),
            Self::TooFewPixels => formatter
                .write_str("The picture has fewer than 16 pixels a side, which would be a dot on paper. Use a larger one."),
            Self::Broken => formatter
                .write_str("The picture is damaged. Save it again as PNG from the program it was made with."),
        }
    }
}

impl std::error::Error for LogoFault {}

/// Looks at a file and makes a fit picture of it.
///
/// # Errors
/// [`LogoFault`] says why it is none. Size and pixels are looked at before anything is decoded.
pub fn check(bytes: &[u8]) -> Result<Logo, LogoFault> {
    if bytes.len() > LARGEST_FILE {
        return Err(LogoFault::TooLarge);
    }
    let (width, height) = stated_size(bytes)?;
    if width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(LogoFault::TooManyPixels { width, height });
    }
    if width < SHORTEST_SIDE || height < SHORTEST_SIDE {
        return Err(LogoFault::TooFewPixels);
    }
    let pixels = decoded(bytes, width, height)?;
    let (pixels, width, height) = smaller(pixels, width, height);
    encoded(&pixels, width, height).ok_or(LogoFault::Broken)
}

/// Width and height as the first chunk states them. Nothing is decoded.
fn stated_size(bytes: &[u8]) -> Result<(u32, u32), LogoFault> {
    let rest = bytes.strip_prefix(SIGNATURE).ok_or(LogoFault::NotPng)?;
    let number = |at: usize| {
        let four = rest.get(at..at.saturating_add(4))?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    };
    if rest.get(4..8) != Some(b"IHDR") {
        return Err(LogoFault::Broken);
    }
    number(8).zip(number(12)).ok_or(LogoFault::Broken)
}

/// The pixels as red, green, blue, alpha.
fn decoded(bytes: &[u8], width: u32, height: u32) -> Result<Vec<u8>, LogoFault> {
    let mut decoder = Decoder::new_with_limits(std::io::Cursor::new(bytes), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(|_| LogoFault::Broken)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MEMORY).ok_or(LogoFault::Broken)?;
    let mut buffer = vec![0; size];
    let frame = reader.next_frame(&mut buffer).map_err(|_| LogoFault::Broken)?;
    if (frame.width, frame.height) != (width, height) || frame.bit_depth != BitDepth::Eight {
        return Err(LogoFault::Broken);
    }
    let bytes = buffer.get(..frame.buffer_size()).ok_or(LogoFault::Broken)?;
    let pixels = match frame.color_type {
        ColorType::Grayscale => bytes.iter().flat_map(|grey| [*grey, *grey, *grey, u8::MAX]).collect(),
        ColorType::GrayscaleAlpha => {
            bytes.as_chunks().0.iter().flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]).collect()
        }
        ColorType::Rgb => bytes.as_chunks().0.iter().flat_map(|[r, g, b]| [*r, *g, *b, u8::MAX]).collect(),
        ColorType::Rgba => bytes.to_vec(),
        ColorType::Indexed => return Err(LogoFault::Broken),
    };
    Ok(pixels)
}

/// A picture much finer than paper shows is made coarser, each pixel the mean of a square: the whole of it travels in
/// every letter.
fn smaller(pixels: Vec<u8>, width: u32, height: u32) -> (Vec<u8>, u32, u32) {
    // Both sides shrink by the same whole number, so that nothing is stretched.
    let by = width.div_ceil(USEFUL.0).max(height.div_ceil(USEFUL.1)).max(1);
    let (Ok(step), Ok(line)) = (usize::try_from(by), usize::try_from(width)) else {
        return (pixels, width, height);
    };
    if step == 1 {
        return (pixels, width, height);
    }
    let (all, _) = pixels.as_chunks::<4>();
    let (new_width, new_height) = (width / by, height / by);
    let mut out = Vec::new();
    for lines in all.chunks_exact(line.saturating_mul(step)) {
        let lines: Vec<&[[u8; 4]]> = lines.chunks_exact(line).collect();
        for start in (0..line).step_by(step).take(usize::try_from(new_width).unwrap_or(0)) {
            let square = lines.iter().flat_map(|each| each.iter().skip(start).take(step));
            out.extend_from_slice(&mean(square));
        }
    }
    (out, new_width, new_height)
}

/// The mean of some pixels. What cannot be seen does not colour it.
fn mean<'a>(square: impl Iterator<Item = &'a [u8; 4]>) -> [u8; 4] {
    let (mut count, mut weight, mut sums) = (0_u64, 0_u64, [0_u64; 3]);
    for [r, g, b, alpha] in square {
        count = count.saturating_add(1);
        weight = weight.saturating_add(u64::from(*alpha));
        for (sum, channel) in sums.iter_mut().zip([r, g, b]) {
            *sum = sum.saturating_add(u64::from(*channel).saturating_mul(u64::from(*alpha)));
        }
    }
    let share = |sum: u64, of: u64| sum.checked_div(of).and_then(|mean| u8::try_from(mean).ok()).unwrap_or(0);
    let [r, g, b] = sums.map(|sum| share(sum, weight));
    [r, g, b, share(weight, count)]
}

fn encoded(pixels: &[u8], width: u32, height: u32) -> Option<Logo> {
    let (all, _) = pixels.as_chunks::<4>();
    let is_solid = all.iter().all(|[_, _, _, alpha]| *alpha == u8::MAX);
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if is_solid { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header().ok()?;
    if is_solid {
        let solid: Vec<u8> = all.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect();
        writer.write_image_data(&solid).ok()?;
    } else {
        writer.write_image_data(pixels).ok()?;
    }
    writer.finish().ok()?;
    Some(Logo { width, height, png })
}
