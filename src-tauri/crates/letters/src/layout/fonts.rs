//! The faces we ship and which of them has a character. Fonts of the machine are never looked at: another machine has
//! others, and then the same letter would have other bytes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use harfrust::{Direction, Font, Script, ShapePlan, ShapePlanKey, ShaperFont};

use crate::RenderError;
use crate::blocks::Style;

/// One typeface file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the faces")]
pub enum Face {
    Regular,
    Bold,
    Italic,
    Arabic,
    Armenian,
    Bengali,
    Devanagari,
    Ethiopic,
    Georgian,
    Gujarati,
    Gurmukhi,
    Hebrew,
    Tamil,
    Thai,
}

impl Face {
    /// Every face, in the order of the enum.
    pub const ALL: [Self; 14] = [
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::Arabic,
        Self::Armenian,
        Self::Bengali,
        Self::Devanagari,
        Self::Ethiopic,
        Self::Georgian,
        Self::Gujarati,
        Self::Gurmukhi,
        Self::Hebrew,
        Self::Tamil,
        Self::Thai,
    ];

    /// The face for a style of Latin, Greek or Cyrillic text.
    const fn of_style(style: Style) -> Self {
        match style {
            Style::Regular => Self::Regular,
            Style::Bold => Self::Bold,
            Style::Italic => Self::Italic,
        }
    }

    /// PostScript name, which is also the name of the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
            Self::Italic => "NotoSans-Italic",
            Self::Arabic => "NotoSansArabic-Regular",
            Self::Armenian => "NotoSansArmenian-Regular",
            Self::Bengali => "NotoSansBengali-Regular",
            Self::Devanagari => "NotoSansDevanagari-Regular",
            Self::Ethiopic => "NotoSansEthiopic-Regular",
            Self::Georgian => "NotoSansGeorgian-Regular",
            Self::Gujarati => "NotoSansGujarati-Regular",
            Self::Gurmukhi => "NotoSansGurmukhi-Regular",
            Self::Hebrew => "NotoSansHebrew-Regular",
            Self::Tamil => "NotoSansTamil-Regular",
            Self::Thai => "NotoSansThai-Regular",
        }
    }

    /// The file's bytes.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/NotoSans-Regular.ttf"),
            Self::Bold => include_bytes!("../../fonts/NotoSans-Bold.ttf"),
            Self::Italic => include_bytes!("../../fonts/NotoSans-Italic.ttf"),
            Self::Arabic => include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
            Self::Armenian => include_bytes!("../../fonts/NotoSansArmenian-Regular.ttf"),
            Self::Bengali => include_bytes!("../../fonts/NotoSansBengali-Regular.ttf"),
            Self::Devanagari => include_bytes!("../../fonts/NotoSansDevanagari-Regular.ttf"),
            Self::Ethiopic => include_bytes!("../../fonts/NotoSansEthiopic-Regular.ttf"),
            Self::Georgian => include_bytes!("../../fonts/NotoSansGeorgian-Regular.ttf"),
            Self::Gujarati => include_bytes!("../../fonts/NotoSansGujarati-Regular.ttf"),
            Self::Gurmukhi => include_bytes!("../../fonts/NotoSansGurmukhi-Regular.ttf"),
            Self::Hebrew => include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
            Self::Tamil => include_bytes!("../../fonts/NotoSansTamil-Regular.ttf"),
            Self::Thai => include_bytes!("../../fonts/NotoSansThai-Regular.ttf"),
        }
    }

    /// The face read, once in a process.
    ///
    /// # Errors
    /// [`RenderError::Font`] if the file cannot be read.
    pub(crate) fn read(self) -> Result<&'static ReadFace, RenderError> {
        static READ: [OnceLock<Option<ReadFace>>; 14] = [const { OnceLock::new() }; 14];
        READ.iter()
            .zip(Self::ALL)
            .find(|(_, face)| *face == self)
            .and_then(|(slot, _)| slot.get_or_init(|| ReadFace::new(self)).as_ref())
            .ok_or_else(|| RenderError::Font { face: self.name() })
    }
}

/// A face with what shaping and writing need of it.
pub(crate) struct ReadFace {
    font: Font,
    /// Characters by the glyph that draws them on their own.
    characters: BTreeMap<u32, char>,
    /// How to shape each script and direction met so far. Making a plan costs as much as shaping a line.
    plans: Mutex<Vec<Arc<ShapePlan>>>,
}

impl ReadFace {
    fn new(face: Face) -> Option<Self> {
        let font = Font::new(face.bytes(), 0)?;
        // The whole tree reckons in thousandths of an em; a face of another scale would have to be converted first.
        if font.units_per_em() != 1000 {
            return None;
        }
        let mut characters = BTreeMap::new();
        for (code, glyph) in font.charmap().unicodes() {
            if let Some(character) = char::from_u32(code) {
                characters.entry(glyph.to_u32()).or_insert(character);
            }
        }
        Some(Self { font, characters, plans: Mutex::new(Vec::new()) })
    }

    /// For shaping.
    pub(crate) fn shaper(&self) -> ShaperFont<'_, '_> {
        ShaperFont::new(&self.font)
    }

    /// The plan for a script and direction.
    pub(crate) fn plan(&self, script: Option<Script>, direction: Direction) -> Arc<ShapePlan> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let key = ShapePlanKey::new(&self.font, script, direction);
        if let Some(known) = plans.iter().find(|plan| key.matches(plan)) {
            return Arc::clone(known);
        }
        let plan = Arc::new(ShapePlan::new(&self.font, direction, script, None, &[]));
        plans.push(Arc::clone(&plan));
        plan
    }

    /// The character a glyph draws on its own, if any.
    pub(crate) fn character_of(&self, glyph: u32) -> Option<char> {
        self.characters.get(&glyph).copied()
    }

    fn has(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// The face that draws `character` in `style`: the styled Latin face first, then the scripts. Marks and joiners stay
/// with the face of the letter before them (`before`) if that has them.
pub(crate) fn face_for(
    character: char,
    style: Style,
    before: Option<Face>,
) -> Result<Option<Face>, RenderError> {
    let styled = Face::of_style(style);
    if character.is_ascii() && !character.is_ascii_control() {
        return Ok(Some(styled));
    }
    let clings = harfrust::unicode::combining_class(u32::from(character)) != 0
        || matches!(character, '\u{200C}' | '\u{200D}');
    if let Some(face) = before.filter(|_| clings)
        && (is_joiner(character) || face.read()?.has(character))
    {
        return Ok(Some(face));
    }
    if is_joiner(character) {
        return Ok(Some(before.unwrap_or(styled)));
    }
    if styled.read()?.has(character) {
        return Ok(Some(styled));
    }
    for face in Face::ALL {
        if !matches!(face, Face::Bold | Face::Italic) && face.read()?.has(character) {
            return Ok(Some(face));
        }
    }
    Ok(None)
}

/// Zero-width joiner and non-joiner: they shape their neighbours and are never drawn.
const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{Face, face_for};
    use crate::blocks::Style;

    #[test]
    fn the_fonts_are_the_ones_whose_hashes_are_pinned() {
        let pinned = include_str!("../../fonts/SHA256SUMS");
        for face in Face::ALL {
            let hash: String =
                Sha256::digest(face.bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            let line = format!("{hash}  {}.ttf", face.name());
            assert!(pinned.lines().any(|pinned| pinned == line), "{} is not the pinned file", face.name());
        }
        assert_eq!(pinned.lines().count(), Face::ALL.len());
    }

    #[test]
    fn the_licence_stands_beside_the_fonts() {
        assert!(include_str!("../../fonts/OFL.txt").contains("SIL Open Font License"));
    }

    #[test]
    fn every_face_can_be_read_and_has_its_own_script() {
        let probes = "aaaسԱঅअአაઅਅאஅก";
        for (face, probe) in Face::ALL.into_iter().zip(probes.chars()) {
            assert!(face.read().unwrap().has(probe), "{}", face.name());
        }
    }

    #[test]
    fn a_character_nobody_has_is_reported_and_not_replaced() {
        assert_eq!(face_for('山', Style::Regular, None).unwrap(), None);
        assert_eq!(face_for('🎉', Style::Bold, None).unwrap(), None);
        assert_eq!(face_for('ŵ', Style::Bold, None).unwrap(), Some(Face::Bold));
        assert_eq!(face_for('ع', Style::Bold, None).unwrap(), Some(Face::Arabic));
    }
}
