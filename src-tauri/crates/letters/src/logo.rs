//! The company's mark in the letterhead: a PNG, read with limits, reduced to eight bits a channel.
//!
//! It is drawn in a box of 60 by 18 mm and never enlarged beyond it. Nobody has to see it: the company's name stands
//! beside it as text, so it is furniture and not content.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use printpdf::{RawImage, RawImageData, RawImageFormat};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::RenderError;
use crate::layout::{Length, mm10};

/// Largest file.
const MAX_BYTES: usize = 512 * 1024;
/// Most dots on a side.
const MAX_SIDE: u32 = 4000;
/// Most dots in all.
const MAX_DOTS: u32 = 4_000_000;
/// Width of the box it is drawn in.
const BOX_WIDTH: Length = mm10(600);
/// Height of the box it is drawn in.
const BOX_HEIGHT: Length = mm10(180);
/// First bytes of every PNG.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A mark that has been checked: it is a PNG of a sensible size and can be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The file. In JSON as base64.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    png: Vec<u8>,
    /// Dots across.
    width: u32,
    /// Dots down.
    height: u32,
}

/// Why a file cannot be a logo. Says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Not a PNG.
    #[error("This is not a PNG file: save the logo as PNG and choose it again.")]
    NotPng,
    /// Too many bytes.
    #[error("The logo is larger than 512 KB: save it with fewer dots, 1400 across are enough.")]
    TooLarge,
    /// Too many dots.
    #[error(
        "The logo is {width} by {height} dots, more than 4000 on a side or 4 million in all: make it smaller, 1400 across are enough."
    )]
    TooManyDots {
        /// Dots across.
        width: u32,
        /// Dots down.
        height: u32,
    },
    /// Begins like a PNG and cannot be read.
    #[error("The PNG file is damaged: save the logo again.")]
    Damaged,
}

impl Logo {
    /// Reads a PNG. The size is read before anything is unpacked.
    ///
    /// # Errors
    /// [`LogoError`], a sentence for the field.
    pub fn new(png: Vec<u8>) -> Result<Self, LogoError> {
        let (width, height) = dots_of(&png)?;
        let logo = Self { png, width, height };
        logo.picture().map(|_| logo)
    }

    /// The file.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Dots across and down.
    #[must_use]
    pub const fn dots(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Width and height on paper.
    pub(crate) fn size(&self) -> (Length, Length) {
        let (width, height) = (i64::from(self.width.max(1)), i64::from(self.height.max(1)));
        let (box_width, box_height) = (i64::from(BOX_WIDTH), i64::from(BOX_HEIGHT));
        let narrowed = |length: i64| Length::try_from(length.max(1)).unwrap_or(1);
        if width * box_height > height * box_width {
            (BOX_WIDTH, narrowed(box_width * height / width))
        } else {
            (narrowed(box_height * width / height), BOX_HEIGHT)
        }
    }

    /// Its dots.
    pub(crate) fn picture(&self) -> Result<Picture, LogoError> {
        // Facts from elsewhere may say anything: the file has the last word.
        if dots_of(&self.png)? != (self.width, self.height) {
            return Err(LogoError::Damaged);
        }
        let mut warnings = Vec::new();
        let image = RawImage::decode_from_bytes(&self.png, &mut warnings).map_err(|_| LogoError::Damaged)?;
        Picture::new(&image).ok_or(LogoError::Damaged)
    }
}

impl From<LogoError> for RenderError {
    fn from(error: LogoError) -> Self {
        Self::Logo(error)
    }
}

/// Width and height from the first chunk of a PNG, within the limits.
fn dots_of(png: &[u8]) -> Result<(u32, u32), LogoError> {
    let header = png.strip_prefix(SIGNATURE).ok_or(LogoError::NotPng)?;
    if png.len() > MAX_BYTES {
        return Err(LogoError::TooLarge);
    }
    let Some(([_, _, _, _, b'I', b'H', b'D', b'R'], rest)) = header.split_first_chunk::<8>() else {
        return Err(LogoError::Damaged);
    };
    let (width, rest) = rest.split_first_chunk::<4>().ok_or(LogoError::Damaged)?;
    let (height, _) = rest.split_first_chunk::<4>().ok_or(LogoError::Damaged)?;
    let (width, height) = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
    if width == 0 || height == 0 {
        return Err(LogoError::Damaged);
    }
    if width > MAX_SIDE || height > MAX_SIDE || width.saturating_mul(height) > MAX_DOTS {
        return Err(LogoError::TooManyDots { width, height });
    }
    Ok((width, height))
}

/// A picture as dots of eight bits: red, green, blue, opacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots across.
    pub width: usize,
    /// Dots down.
    pub height: usize,
    /// Four bytes a dot, row by row.
    pub rgba: Vec<u8>,
}

impl Picture {
    fn new(image: &RawImage) -> Option<Self> {
        // Sixteen bits are more than paper shows, and PDF/A readers trip over them: the upper eight are kept.
        let bytes: Vec<u8> = match &image.pixels {
            RawImageData::U8(bytes) => bytes.clone(),
            RawImageData::U16(words) => words.iter().map(|word| word.to_be_bytes()[0]).collect(),
            RawImageData::F32(_) => return None,
        };
        let rgba: Vec<u8> = match image.data_format {
            RawImageFormat::R8 | RawImageFormat::R16 => {
                bytes.iter().flat_map(|grey| [*grey, *grey, *grey, u8::MAX]).collect()
            }
            RawImageFormat::RG8 | RawImageFormat::RG16 => bytes
                .as_chunks::<2>()
                .0
                .iter()
                .flat_map(|[grey, opacity]| [*grey, *grey, *grey, *opacity])
                .collect(),
            RawImageFormat::RGB8 | RawImageFormat::RGB16 => bytes
                .as_chunks::<3>()
                .0
                .iter()
                .flat_map(|[red, green, blue]| [*red, *green, *blue, u8::MAX])
                .collect(),
            RawImageFormat::RGBA8 | RawImageFormat::RGBA16 => bytes,
            RawImageFormat::BGR8
            | RawImageFormat::BGRA8
            | RawImageFormat::RGBF32
            | RawImageFormat::RGBAF32 => return None,
        };
        let dots = image.width.checked_mul(image.height)?.checked_mul(4)?;
        (rgba.len() == dots).then_some(Self { width: image.width, height: image.height, rgba })
    }
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(|_| D::Error::custom("the logo is not base64"))
}

#[cfg(test)]
mod tests {
    use super::{Logo, LogoError};
    use crate::layout::mm10;
    use crate::sample::png;

    #[test]
    fn a_logo_fits_its_box_whatever_its_shape() {
        for (width, height) in [(600, 180), (1000, 10), (10, 1000), (1, 1), (400, 100)] {
            let (across, down) = Logo::new(png(width, height, 8, 0)).unwrap().size();
            assert!(across <= mm10(600) && down <= mm10(180), "{width} {height}");
            assert!(across == mm10(600) || down == mm10(180), "{width} {height}");
        }
    }

    #[test]
    fn every_kind_of_png_is_reduced_to_eight_bits() {
        for depth in [8, 16] {
            for colour in [0, 2, 4, 6] {
                let logo = Logo::new(png(20, 10, depth, colour)).unwrap();
                assert_eq!(logo.picture().unwrap().rgba.len(), 20 * 10 * 4, "{depth} {colour}");
            }
        }
    }

    #[test]
    fn what_is_no_logo_is_refused_with_a_sentence() {
        assert_eq!(Logo::new(b"<svg/>".to_vec()), Err(LogoError::NotPng));
        assert_eq!(Logo::new(Vec::new()), Err(LogoError::NotPng));
        let huge = png(20_000, 1, 8, 0);
        assert_eq!(Logo::new(huge), Err(LogoError::TooManyDots { width: 20_000, height: 1 }));
        let whole = png(20, 10, 8, 6);
        for length in 8..whole.len() - 12 {
            assert_eq!(Logo::new(whole[..length].to_vec()), Err(LogoError::Damaged), "{length}");
        }
        let mut large = whole;
        large.resize(600 * 1024, 0);
        assert_eq!(Logo::new(large), Err(LogoError::TooLarge));
    }

    #[test]
    fn it_survives_json_and_lies_about_its_size_are_found() {
        let logo = Logo::new(png(20, 10, 8, 2)).unwrap();
        let json = serde_json::to_string(&logo).unwrap();
        assert_eq!(serde_json::from_str::<Logo>(&json).unwrap(), logo);
        let lie: Logo = serde_json::from_str(&json.replace("\"width\":20", "\"width\":40")).unwrap();
        assert_eq!(lie.picture(), Err(LogoError::Damaged));
    }
}
