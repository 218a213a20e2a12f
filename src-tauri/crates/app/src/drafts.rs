//! What has been typed and not yet recorded. Typing is not recording; but it is not lost either.

use casebook_ipc::{DraftKeep, DraftKept, DraftKey, IpcError, Nothing, Reply};

use crate::errors::{AppError, Done};
use crate::open::Open;
use crate::text::LONGEST_TEXT;

/// The forms whose typing is kept, with their keys in the store.
const FORMS: &[(&str, &str)] = &[("new-case", "form/new-case")];

/// The key of the new-case form, forgotten when its request is recorded.
pub(crate) const NEW_CASE: &str = "form/new-case";

fn key(form: &str) -> Result<&'static str, AppError> {
    FORMS
        .iter()
        .find(|(name, _)| *name == form)
        .map(|(_, key)| *key)
        .ok_or_else(|| IpcError::NotFound { message: "There is no such form.".to_owned() }.into())
}

impl Open {
    pub(crate) fn read_draft(&self, request: &DraftKey) -> Done<DraftKept> {
        let key = key(&request.form)?;
        let body = self.inner().store.draft(key)?.map(|draft| draft.body);
        Ok(Reply::read(DraftKept { body: body.unwrap_or_default() }))
    }

    pub(crate) fn keep_draft(&self, request: &DraftKeep) -> Done<Nothing> {
        let key = key(&request.form)?;
        let body = request.body.reveal();
        if body.len() > 2 * LONGEST_TEXT {
            return Err(IpcError::field(
                "body",
                "This is too long to be kept while it is typed; the limit is 16 MiB.",
            )
            .into());
        }
        let inner = self.inner();
        if body.is_empty() {
            inner.store.draft_forget(key)?;
        } else {
            inner.store.draft_keep(key, None, &request.body)?;
        }
        Ok(Reply::read(Nothing {}))
    }
}
