//! Characters to glyphs. The one module that knows the shaping library.

use std::collections::BTreeMap;

use harfrust::{Buffer, BufferFlags, ClusterLevel, Direction, GlyphId, ShapeOptions, shape};

use super::fonts::Face;
use crate::RenderError;

/// A glyph with what it stands for. Units are thousandths of an em.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// Number of the glyph in its face; never 0.
    pub id: u16,
    /// How far the pen moves on.
    pub advance: i32,
    /// How far the face's own table would move it.
    pub natural: i32,
    /// Shift to the right of the pen.
    pub x_offset: i32,
    /// Shift above the baseline.
    pub y_offset: i32,
    /// The characters a reader copies out for this glyph.
    pub text: String,
    /// First byte of those characters in the shaped paragraph.
    pub(crate) cluster: usize,
    /// Ink: left, top, right, bottom from the pen, upwards positive.
    pub(crate) ink: [i32; 4],
}

/// Shapes one run of text of one face and one direction. `start` is where `text` begins in its paragraph.
///
/// Glyphs come in visual order, left to right.
///
/// # Errors
/// [`RenderError::Undrawable`] if the face lacks a glyph, [`RenderError::Font`] if it cannot be shaped.
pub(crate) fn shape_run(
    text: &str,
    start: usize,
    face: Face,
    right_to_left: bool,
) -> Result<Vec<Glyph>, RenderError> {
    let read = face.read()?;
    let broken = || RenderError::Font { face: face.name() };
    let shaper = read.shaper();
    let mut buffer = Buffer::new();
    for (at, character) in text.char_indices() {
        buffer.push(u32::from(character), u32::try_from(at).map_err(|_| broken())?);
    }
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
    let plan = read.plan(buffer.script(), buffer.direction());
    shape(&shaper, &mut buffer, ShapeOptions::new().plan(Some(&plan))).map_err(|_| broken())?;

    let clusters = Clusters::new(&buffer, text);
    let mut glyphs = Vec::with_capacity(buffer.len());
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let id = u16::try_from(info.glyph_id).map_err(|_| broken())?;
        let (at, source, share) = clusters.of(info.cluster);
        if id == 0 {
            return Err(RenderError::undrawable(source));
        }
        let glyph = GlyphId::new(info.glyph_id);
        let extents = shaper.glyph_extents(glyph).unwrap_or_default();
        glyphs.push(Glyph {
            id,
            advance: position.x_advance,
            natural: shaper.glyph_h_advance(glyph),
            x_offset: position.x_offset,
            y_offset: position.y_offset,
            text: text_of(read.character_of(info.glyph_id), source, share),
            cluster: start + at,
            ink: [
                extents.x_bearing,
                extents.y_bearing,
                extents.x_bearing + extents.width,
                extents.y_bearing + extents.height,
            ],
        });
    }
    Ok(glyphs)
}

/// What a glyph that shares its characters with `share - 1` others stands for. PDF/A-2a wants some character for
/// every glyph; where the sum of the parts is not the source, the writer adds the source as replacement text.
fn text_of(own: Option<char>, source: &str, share: usize) -> String {
    if share == 1 {
        return source.to_owned();
    }
    own.or_else(|| source.chars().next()).unwrap_or(' ').to_string()
}

/// The groups of characters that were turned into groups of glyphs.
struct Clusters<'a> {
    text: &'a str,
    /// Number of glyphs of each group, by its first byte.
    shares: BTreeMap<u32, usize>,
}

impl<'a> Clusters<'a> {
    fn new(buffer: &Buffer, text: &'a str) -> Self {
        let mut shares = BTreeMap::new();
        for info in buffer.glyph_infos() {
            *shares.entry(info.cluster).or_insert(0) += 1;
        }
        Self { text, shares }
    }

    /// First byte, source text and number of glyphs of a cluster.
    fn of(&self, cluster: u32) -> (usize, &'a str, usize) {
        let at = usize::try_from(cluster).unwrap_or(0);
        let end = self
            .shares
            .range(cluster.saturating_add(1)..)
            .next()
            .and_then(|(next, _)| usize::try_from(*next).ok())
            .unwrap_or(self.text.len());
        let share = self.shares.get(&cluster).copied().unwrap_or(1);
        (at, self.text.get(at..end).unwrap_or_default(), share)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Face;
    use super::shape_run;

    fn texts(text: &str, face: Face, right_to_left: bool) -> Vec<String> {
        shape_run(text, 0, face, right_to_left).unwrap().into_iter().map(|glyph| glyph.text).collect()
    }

    #[test]
    fn pairs_are_kerned() {
        let glyphs = shape_run("AVATAR To", 0, Face::Regular, false).unwrap();
        assert!(glyphs.iter().any(|glyph| glyph.advance < glyph.natural));
    }

    #[test]
    fn a_ligature_still_stands_for_its_letters() {
        assert_eq!(texts("office fjord", Face::Regular, false).concat(), "office fjord");
    }

    #[test]
    fn arabic_letters_join_and_keep_their_characters() {
        let joined = shape_run("محمد", 0, Face::Arabic, true).unwrap();
        let alone = shape_run("م", 0, Face::Arabic, true).unwrap();
        assert_ne!(joined.last().unwrap().id, alone[0].id, "initial form differs from the isolated one");
        let logical: String = joined.iter().rev().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(logical, "محمد");
    }

    #[test]
    fn a_glyph_the_face_lacks_is_an_error_that_names_it() {
        let error = shape_run("a山", 0, Face::Regular, false).unwrap_err();
        assert!(error.to_string().contains("U+5C71"), "{error}");
    }
}
