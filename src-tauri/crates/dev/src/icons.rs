//! `cargo dev icons`: every icon anew from `icons/icon.svg`.
//!
//! The pictures are drawn by rsvg-convert (Debian: librsvg2-bin). ICO and ICNS are mere containers that may hold PNG
//! files as they are, so we put them together ourselves.

mod containers;

use crate::program::{asked, read};
use crate::say;
use crate::stop::Stop;
use crate::tree::Tree;
use containers::{icns, ico};
use std::collections::BTreeMap;
use std::process::Command;

/// The PNG files Tauri and a Linux desktop want: name, width in pixels.
const PNGS: [(&str, u32); 4] =
    [("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)];
/// Widths inside icon.ico. Windows shows 16 to 48 in lists and title bars, 256 in folders.
const ICO_WIDTHS: [u32; 6] = [16, 24, 32, 48, 64, 256];
/// Up to this width the mark without the fine lines is drawn: they would be grey mist.
const SMALL: u32 = 24;

/// Draws them all.
///
/// # Errors
/// [`Stop::Missing`] without rsvg-convert.
pub(crate) fn icons(tree: &Tree) -> Result<(), Stop> {
    if asked("rsvg-convert", &["--version"]).is_none() {
        return Err(Stop::Missing(
            "`rsvg-convert` is missing (Debian: apt-get install librsvg2-bin).".into(),
        ));
    }
    let mut drawn = BTreeMap::new();
    let widths = PNGS.iter().map(|(_, width)| *width).chain(ICO_WIDTHS).chain(containers::ICNS_WIDTHS);
    for width in widths {
        if let std::collections::btree_map::Entry::Vacant(free) = drawn.entry(width) {
            free.insert(draw(tree, width)?);
        }
    }
    let png = |width: u32| drawn.get(&width).map(Vec::as_slice).unwrap_or_default();
    for (name, width) in PNGS {
        write(tree, name, png(width))?;
    }
    write(tree, "icon.ico", &ico(&ICO_WIDTHS.map(|width| (width, png(width)))))?;
    write(tree, "icon.icns", &icns(png))
}

/// One PNG, RGBA, `width` pixels square.
fn draw(tree: &Tree, width: u32) -> Result<Vec<u8>, Stop> {
    let source = tree.at(if width <= SMALL { "icons/icon-small.svg" } else { "icons/icon.svg" });
    let picture = tree.at("target/icon.png");
    let mut rsvg = Command::new("rsvg-convert");
    rsvg.args(["--format", "png", "--width", &width.to_string(), "--output"]).arg(&picture).arg(source);
    read(&mut rsvg)?;
    std::fs::read(&picture).map_err(Stop::file(&picture, "read"))
}

fn write(tree: &Tree, name: &str, bytes: &[u8]) -> Result<(), Stop> {
    let path = tree.at("icons").join(name);
    say::line(&format!("icons/{name}: {} bytes", bytes.len()));
    std::fs::write(&path, bytes).map_err(Stop::file(&path, "written"))
}
