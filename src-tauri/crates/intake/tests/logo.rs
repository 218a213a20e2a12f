//! Pictures as people choose them, and as nobody should.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use casebook_intake::logo::{LARGEST_FILE, LogoFault, check};
use png::{BitDepth, ColorType, Encoder};
use proptest::prelude::*;

fn picture(width: u32, height: u32, color: ColorType, depth: BitDepth, byte: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == ColorType::Indexed {
        encoder.set_palette(vec![200, 100, 50, 0, 0, 0]);
    }
    encoder.add_text_chunk("Author".to_owned(), "Somebody Private".to_owned()).unwrap();
    let bits = width as usize * color.samples() * depth as usize;
    let line = bits.div_ceil(8);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![byte; line * height as usize]).unwrap();
    writer.finish().unwrap();
    out
}

fn pixels(png: &[u8]) -> (ColorType, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut buffer).unwrap();
    buffer.truncate(frame.buffer_size());
    (frame.color_type, buffer)
}

/// A picture whose first chunk states a size and that has nothing after it.
fn stated(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn every_kind_of_png_comes_out_plain_and_without_metadata() {
    for (color, depth) in [
        (ColorType::Grayscale, BitDepth::One),
        (ColorType::Grayscale, BitDepth::Sixteen),
        (ColorType::GrayscaleAlpha, BitDepth::Eight),
        (ColorType::Rgb, BitDepth::Eight),
        (ColorType::Rgb, BitDepth::Sixteen),
        (ColorType::Rgba, BitDepth::Eight),
        (ColorType::Indexed, BitDepth::Four),
    ] {
        let logo = check(&picture(120, 40, color, depth, 0)).unwrap();
        assert_eq!((logo.width, logo.height), (120, 40), "{color:?} {depth:?}");
        assert!(!logo.png.windows(7).any(|part| part == b"Private"), "{color:?}");
        let (plain, _) = pixels(&logo.png);
        assert!(matches!(plain, ColorType::Rgb | ColorType::Rgba), "{color:?} became {plain:?}");
    }
}

#[test]
fn what_is_solid_needs_no_alpha_and_what_is_not_keeps_it() {
    let solid = check(&picture(20, 20, ColorType::Rgba, BitDepth::Eight, 255)).unwrap();
    assert_eq!(pixels(&solid.png).0, ColorType::Rgb);
    let glass = check(&picture(20, 20, ColorType::Rgba, BitDepth::Eight, 128)).unwrap();
    let (color, bytes) = pixels(&glass.png);
    assert_eq!((color, &bytes[..4]), (ColorType::Rgba, &[128, 128, 128, 128][..]));
}

#[test]
fn a_picture_finer_than_paper_becomes_coarser_and_keeps_its_shape() {
    let logo = check(&picture(4000, 1000, ColorType::Rgba, BitDepth::Eight, 128)).unwrap();
    assert_eq!((logo.width, logo.height), (1333, 333));
    assert!(pixels(&logo.png).1.iter().all(|byte| *byte == 128));
    let wide = check(&picture(4000, 16, ColorType::Rgb, BitDepth::Eight, 9)).unwrap();
    assert_eq!((wide.width, wide.height), (1333, 5));
    let tall = check(&picture(17, 4000, ColorType::Rgb, BitDepth::Eight, 9)).unwrap();
    assert_eq!((tall.width, tall.height), (1, 400));
}

#[test]
fn a_picture_of_twenty_thousand_pixels_is_refused_by_its_first_chunk() {
    let fault = check(&stated(20_000, 20_000)).unwrap_err();
    assert_eq!(fault, LogoFault::TooManyPixels { width: 20_000, height: 20_000 });
    assert!(fault.to_string().contains("20000 by 20000"), "{fault}");
}

#[test]
fn what_is_no_fit_picture_is_named() {
    let good = picture(40, 40, ColorType::Rgb, BitDepth::Eight, 7);
    let mut flipped = good.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xff;
    for (bytes, fault) in [
        (Vec::new(), LogoFault::NotPng),
        (b"\xff\xd8\xff\xe0 JPEG".to_vec(), LogoFault::NotPng),
        (b"\x89PNG\r\n\x1a\n".to_vec(), LogoFault::Broken),
        (good[..good.len() / 2].to_vec(), LogoFault::Broken),
        (flipped, LogoFault::Broken),
        (stated(4001, 20), LogoFault::TooManyPixels { width: 4001, height: 20 }),
        (stated(0, 20), LogoFault::TooFewPixels),
        (vec![0; LARGEST_FILE + 1], LogoFault::TooLarge),
    ] {
        assert_eq!(check(&bytes), Err(fault));
        assert!(fault.to_string().ends_with('.'));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_picture_or_a_fault(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = check(&bytes);
        let _ = check(&[b"\x89PNG\r\n\x1a\n".to_vec(), bytes].concat());
    }

    #[test]
    fn any_damage_to_a_picture_gives_a_picture_or_a_fault(at in 0_usize..2000, with in any::<u8>()) {
        let mut bytes = picture(33, 21, ColorType::Rgba, BitDepth::Sixteen, 77);
        let length = bytes.len();
        bytes[at % length] = with;
        if let Ok(logo) = check(&bytes) {
            prop_assert_eq!((logo.width, logo.height), (33, 21));
        }
    }
}
