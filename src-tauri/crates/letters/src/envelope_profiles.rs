//! Envelopes as arithmetic: where the window shows paper however the sheet has slipped, and where it may ever show it.
//!
//! The insert moves inside the envelope, so the address has to lie in the *intersection* of what all positions show
//! ([`EnvelopeProfile::always_visible`]) and everything else has to stay out of their *union*
//! ([`EnvelopeProfile::ever_visible`]). All lengths are tenths of a millimetre.

use serde::{Deserialize, Serialize};

use crate::layout::{Length, Rect, mm10};

/// Width of the sheet that is folded and put in: A4.
const SHEET_WIDTH: i32 = 2100;
/// Paper between the address and the edge of the window that stays empty, so that a print a little off still shows.
const QUIET: i32 = 20;

/// Left, top, width and height on the sheet, in tenths of a millimetre.
pub(crate) type Tenths = [i32; 4];

const fn rect([x, y, width, height]: Tenths) -> Rect {
    Rect { x: mm10(x), y: mm10(y), width: mm10(width), height: mm10(height) }
}

/// How the sheet is folded before it goes in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    /// In three, at 105 and 210 mm from the top: the address panel is 105 mm high.
    #[default]
    At105And210,
    /// In three equal parts, at 99 and 198 mm.
    At99And198,
    /// Once, at 148.5 mm.
    Half,
    /// Not folded.
    None,
}

impl Fold {
    /// Height of the panel that carries the address.
    const fn panel(self) -> i32 {
        match self {
            Self::At105And210 => 1050,
            Self::At99And198 => 990,
            Self::Half => 1485,
            Self::None => 2970,
        }
    }

    /// Distances from the top of the sheet at which it is folded, in tenths of a millimetre.
    #[must_use]
    pub const fn marks(self) -> &'static [i32] {
        match self {
            Self::At105And210 => &[1050, 2100],
            Self::At99And198 => &[990, 1980],
            Self::Half => &[1485],
            Self::None => &[],
        }
    }
}

/// An envelope with its window: the numbers of "Our envelope", in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnvelopeProfile {
    /// Width of the envelope.
    pub width: i32,
    /// Height of the envelope.
    pub height: i32,
    /// From the left edge of the envelope to the window.
    pub window_left: i32,
    /// From the bottom edge of the envelope to the window.
    pub window_bottom: i32,
    /// Width of the window.
    pub window_width: i32,
    /// Height of the window.
    pub window_height: i32,
    /// How the sheet is folded.
    pub fold: Fold,
}

impl Default for EnvelopeProfile {
    fn default() -> Self {
        Self::UK_DL
    }
}

impl EnvelopeProfile {
    /// DL (220 x 110 mm) with the window common in the United Kingdom: 90 x 35 mm, 20 from the left, 18 from the bottom.
    pub const UK_DL: Self = Self {
        width: 2200,
        height: 1100,
        window_left: 200,
        window_bottom: 180,
        window_width: 900,
        window_height: 350,
        fold: Fold::At105And210,
    };

    /// The envelopes that can be chosen without measuring: code, words, numbers. Of C5 and C4 the DPO enters the
    /// window's numbers, so they are not here.
    pub const PRESETS: &'static [(&'static str, &'static str, Self)] = &[
        ("uk_dl", "DL, UK window 90 × 35 mm, folded at 105 and 210 mm", Self::UK_DL),
        (
            "uk_dl_thirds",
            "DL, UK window 90 × 35 mm, folded at 99 and 198 mm",
            Self { fold: Fold::At99And198, ..Self::UK_DL },
        ),
    ];

    /// Top of the window above the bottom of the envelope, seen from the top edge.
    const fn window_top(&self) -> i32 {
        self.height - self.window_bottom - self.window_height
    }

    /// How far the sheet can slip up and down.
    const fn slack_down(&self) -> i32 {
        let slack = self.height - self.fold.panel();
        if slack > 0 { slack } else { 0 }
    }

    /// How far the sheet can slip sideways.
    const fn slack_across(&self) -> i32 {
        let slack = self.width - SHEET_WIDTH;
        if slack > 0 { slack } else { 0 }
    }

    /// The part of the sheet the window shows in every position of the sheet, from the sheet's top left corner.
    #[must_use]
    pub const fn always_visible(&self) -> Rect {
        rect(self.always_visible_tenths())
    }

    pub(crate) const fn always_visible_tenths(&self) -> Tenths {
        [
            self.window_left,
            self.window_top(),
            self.window_width - self.slack_across(),
            self.window_height - self.slack_down(),
        ]
    }

    /// The part of the sheet the window shows in at least one position of the sheet.
    #[must_use]
    pub const fn ever_visible(&self) -> Rect {
        rect(self.ever_visible_tenths())
    }

    pub(crate) const fn ever_visible_tenths(&self) -> Tenths {
        [
            self.window_left - self.slack_across(),
            self.window_top() - self.slack_down(),
            self.window_width + self.slack_across(),
            self.window_height + self.slack_down(),
        ]
    }

    /// Where the address may stand: always visible, less a quiet edge of 2 mm.
    #[must_use]
    pub const fn address_box(&self) -> Rect {
        let quiet: Length = mm10(QUIET);
        let visible = self.always_visible();
        Rect {
            x: visible.x + quiet,
            y: visible.y + quiet,
            width: visible.width - 2 * quiet,
            height: visible.height - 2 * quiet,
        }
    }

    pub(crate) const fn address_box_tenths(&self) -> Tenths {
        let [x, y, width, height] = self.always_visible_tenths();
        [x + QUIET, y + QUIET, width - 2 * QUIET, height - 2 * QUIET]
    }

    /// The numbers describe an envelope: the window lies in it, the folded sheet fits in, and some of the window
    /// always shows the address.
    #[must_use]
    pub const fn is_possible(&self) -> bool {
        self.window_left >= 0
            && self.window_bottom >= 0
            && self.window_top() >= 0
            && self.window_left + self.window_width <= self.width
            && self.height >= self.fold.panel()
            && self.width >= SHEET_WIDTH
            && self.address_box().width > 0
            && self.address_box().height > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{EnvelopeProfile, Fold};
    use crate::layout::mm10;

    #[test]
    fn the_common_dl_window_shows_57_to_87_when_folded_at_105() {
        let dl = EnvelopeProfile::UK_DL;
        let always = dl.always_visible();
        assert_eq!((always.x, always.y), (mm10(200), mm10(570)));
        assert_eq!((always.width, always.height), (mm10(800), mm10(300)));
        let ever = dl.ever_visible();
        assert_eq!((ever.x, ever.y), (mm10(100), mm10(520)));
        assert_eq!((ever.width, ever.height), (mm10(1000), mm10(400)));
    }

    #[test]
    fn folded_in_equal_thirds_it_shows_only_57_to_81() {
        let dl = EnvelopeProfile { fold: Fold::At99And198, ..EnvelopeProfile::UK_DL };
        assert_eq!(dl.always_visible().height, mm10(240));
        assert_eq!(dl.ever_visible().y, mm10(460));
    }

    #[test]
    fn whatever_corner_the_sheet_slips_to_the_always_visible_part_is_in_the_window() {
        for (_, _, profile) in EnvelopeProfile::PRESETS {
            let always = profile.always_visible();
            for across in [0, profile.slack_across()] {
                for down in [0, profile.slack_down()] {
                    // Position of the sheet's corner inside the envelope.
                    let left = always.x + mm10(across);
                    let top = always.y + mm10(down);
                    assert!(left >= mm10(profile.window_left) - 1);
                    assert!(top >= mm10(profile.window_top()) - 1);
                    let right = mm10(profile.window_left + profile.window_width);
                    let bottom = mm10(profile.window_top() + profile.window_height);
                    assert!(left + always.width <= right + 1);
                    assert!(top + always.height <= bottom + 1);
                }
            }
        }
    }

    #[test]
    fn an_envelope_smaller_than_the_folded_sheet_is_not_possible() {
        assert!(EnvelopeProfile::UK_DL.is_possible());
        assert!(!EnvelopeProfile { fold: Fold::None, ..EnvelopeProfile::UK_DL }.is_possible());
        assert!(!EnvelopeProfile { window_height: 20, ..EnvelopeProfile::UK_DL }.is_possible());
    }
}
