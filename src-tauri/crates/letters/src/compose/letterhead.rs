//! Who writes: the logo, the name, the address, the ways to reach us.

use std::sync::Arc;

use super::{Composer, LEFT, Place, SIDE, TOP, WIDTH};
use crate::RenderError;
use crate::blocks::Style;
use crate::layout::flow::Sizes;
use crate::layout::items::{Drawn, Item, Zone};
use crate::layout::lines::single_line;
use crate::layout::{A4_WIDTH, Rect, mm10};
use crate::logo::Logo;
use crate::template::unbroken;
use crate::text::{clean_line, is_blank};

impl Composer<'_> {
    pub(super) fn letterhead(&mut self) -> Result<Vec<Item>, RenderError> {
        let organisation = &self.facts.organisation;
        let name = (clean_line(&organisation.name), Style::Bold);
        let address: Vec<String> =
            organisation.address.iter().filter(|line| !is_blank(line)).map(|line| clean_line(line)).collect();
        let mut particulars: Vec<String> = if self.is_large() {
            vec![unbroken(&address.join(", "))]
        } else {
            few_lines(&address, self.sizes)?
        };
        let dpo_phone = self.facts.dpo.phone.clone().or_else(|| organisation.phone.clone());
        let ways = [Some(self.facts.dpo.email.clone()), dpo_phone, organisation.website.clone()];
        let ways: Vec<String> =
            ways.into_iter().flatten().filter(|way| !is_blank(way)).map(|way| clean_line(&way)).collect();
        if self.is_large() {
            particulars.push(ways.join(" · "));
        } else {
            particulars.extend(ways);
        }
        let particulars: Vec<(String, Style)> =
            particulars.into_iter().map(|text| (text, Style::Regular)).collect();

        let (x, width) = if self.is_large() { (LEFT, WIDTH) } else { (SIDE, A4_WIDTH - SIDE - mm10(150)) };
        let top = if self.is_large() { mm10(100) } else { TOP };
        let mut place = Place { x, width, top, zone: Zone::Letterhead };
        let mut items = Vec::new();
        if let Some(logo) = &organisation.logo {
            let rect = self.place_of(logo, &mut place);
            let picture = Arc::new(logo.picture()?);
            let drawn = Drawn::Picture { rect, picture };
            items.push(Item { zone: Zone::Letterhead, element: None, drawn });
        }
        let (named, below) = self.stack(&[name], place, self.sizes.share(1080))?;
        items.extend(named);
        let place = Place { top: below + self.sizes.share(150), ..place };
        items.extend(self.stack(&particulars, place, self.sizes.share(760))?.0);
        Ok(items)
    }

    /// Where the logo stands: at the left, above the window; beside the name in large print; and above the name where
    /// the window would show it at the left. The letterhead makes room.
    fn place_of(&self, logo: &Logo, letterhead: &mut Place) -> Rect {
        let (width, height) = logo.size();
        if self.is_large() {
            letterhead.width -= width + mm10(60);
            return Rect { x: LEFT + WIDTH - width, y: letterhead.top, width, height };
        }
        let at_left = Rect { x: LEFT, y: TOP, width, height };
        if self.facts.electronic || !at_left.meets(&self.facts.envelope.ever_visible()) {
            return at_left;
        }
        let above = Rect { x: letterhead.x, y: letterhead.top, width, height };
        letterhead.top = above.bottom() + mm10(30);
        above
    }
}

/// The address in the letterhead: the first line, and the others joined as far as they fit beside each other.
fn few_lines(lines: &[String], sizes: Sizes) -> Result<Vec<String>, RenderError> {
    let width = A4_WIDTH - SIDE - mm10(150);
    let mut joined: Vec<String> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some(last) = joined.last_mut().filter(|_| number > 1) {
            let both = format!("{last}, {line}");
            if single_line(&both, Style::Regular)?.width(sizes.share(760)) <= width {
                *last = both;
                continue;
            }
        }
        joined.push(line.clone());
    }
    Ok(joined)
}
