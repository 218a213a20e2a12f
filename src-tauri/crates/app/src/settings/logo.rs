//! The picture at the head of letters. It is an event of its own, so that settings stay small: they are read with every
//! case, the picture only with a letter.

use std::io::Read as _;
use std::path::Path;

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_intake::logo::{LARGEST_FILE, check};
use casebook_ipc::{IpcError, LogoShown, LogoView, Nothing, Reply, Topic};
use casebook_letters::Logo;
use casebook_store::stored_form;

use crate::errors::{AppError, Done, bug};
use crate::open::{Inner, Open};
use crate::record::Text;

/// The event whose particular is the picture.
const KIND: &str = "logo.changed";
/// The particular's name.
const LOGO: &str = "logo";
/// What the name of its bytes begins with; the number of its event follows.
pub(crate) const LOGO_BLOB: &str = "logo/";

impl Inner {
    /// The picture in force, as letters draw it.
    pub(crate) fn logo(&self) -> Result<Option<Logo>, AppError> {
        let Some(event) = self.store.latest_of_kind(KIND)? else { return Ok(None) };
        let Some(bytes) = event.particulars.get(LOGO) else { return Ok(None) };
        Logo::new(bytes.value.clone()).map(Some).map_err(|_| bug("logo-shape"))
    }

    pub(super) fn logo_view(&self) -> Result<Option<LogoView>, AppError> {
        let Some(stored) = self.store.latest_of_kind(KIND)? else { return Ok(None) };
        let CasebookEvent::LogoChanged { width, height } = stored_form::event_of(&stored.envelope)? else {
            return Err(bug("logo-event"));
        };
        // Taking a picture away is the same event without one.
        let is_there = stored.particulars.contains_key(LOGO);
        let blob = format!("{LOGO_BLOB}{}", stored.envelope.seq);
        Ok(is_there.then_some(LogoView { blob, width, height }))
    }
}

impl Open {
    pub(crate) fn read_logo(&self, _: &Nothing) -> Done<LogoShown> {
        Ok(Reply::read(LogoShown { logo: self.inner().logo_view()? }))
    }

    pub(crate) fn choose_logo(&self, _: &Nothing) -> Done<LogoShown> {
        // The dialog stays open as long as the DPO likes; nothing is held meanwhile.
        let path = self.ask_for_file("Choose the logo, a PNG picture")?;
        let bytes = read_bounded(&path).map_err(AppError::File)?;
        let found = check(&bytes).map_err(|fault| IpcError::field("logo", fault.to_string()))?;
        // What letters cannot draw is refused now and not with the first letter.
        let logo = Logo::new(found.png).map_err(|error| IpcError::field("logo", error.to_string()))?;
        let (width, height) = logo.dots();
        let texts = vec![Text::new(KIND, LOGO, logo.png().to_vec())];
        self.change_logo(&CasebookEvent::LogoChanged { width, height }, texts)
    }

    pub(crate) fn remove_logo(&self, _: &Nothing) -> Done<LogoShown> {
        if self.inner().logo_view()?.is_none() {
            return self.read_logo(&Nothing {});
        }
        self.change_logo(&CasebookEvent::LogoChanged { width: 0, height: 0 }, Vec::new())
    }

    fn change_logo(&self, event: &CasebookEvent, texts: Vec<Text>) -> Done<LogoShown> {
        let mut inner = self.inner();
        inner.record_casebook(&self.ports, event, texts)?;
        inner.drawn = None;
        Ok(Reply::changed(LogoShown { logo: inner.logo_view()? }, vec![Topic::Settings]))
    }

    /// The bytes of the picture in force, for the page.
    pub(crate) fn logo_bytes(&self) -> Result<Vec<u8>, AppError> {
        let logo = self.inner().logo()?;
        logo.map(|logo| logo.png().to_vec())
            .ok_or_else(|| IpcError::NotFound { message: "There is no logo.".to_owned() }.into())
    }
}

/// Never more than can be used: what is longer is refused by its first part.
fn read_bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
