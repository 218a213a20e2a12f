//! The release pack: the very files that go out, in order, with their pages and hashes (PACK-1).

use casebook_cases::subject_request::{Event as Request, SearchCommand};
use casebook_cases::{Command, Event};
use casebook_ipc::{CaseView, IpcError, PackFile, PackMake};
use casebook_personal::Personal;
use serde::{Deserialize, Serialize};

use super::papers::{may_be_released, no_document};
use crate::errors::{Done, bug};
use crate::letters::sha256;
use crate::open::Open;
use crate::record::Text;
use crate::views::case::CaseFile;

/// A file of a pack, as its list is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// The document.
    pub(crate) document: casebook_cases::DocumentId,
    /// The name it came with.
    pub(crate) name: Personal<String>,
    /// Its pages; 0 where they cannot be counted.
    pub(crate) pages: u32,
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
}

impl Open {
    pub(crate) fn make_pack(&self, request: &PackMake) -> Done<CaseView> {
        let mut listed = Vec::new();
        {
            let inner = self.inner();
            let file = inner.case_file(request.case)?;
            for (place, document) in request.documents.iter().enumerate() {
                if request.documents.iter().take(place).any(|earlier| earlier == document) {
                    let message = "The same file stands in the pack twice. Take one of them out.";
                    return Err(IpcError::field("documents", message).into());
                }
                let kept = file.state.document(*document).ok_or_else(no_document)?;
                if !may_be_released(kept.purpose) {
                    let message = "A proof of identity, an authority or the request itself does not go out with the answer.";
                    return Err(IpcError::field("documents", message).into());
                }
                let bytes = inner.document_bytes(kept)?.ok_or_else(no_document)?;
                listed.push(Listed {
                    document: *document,
                    name: file.words_of(kept.kept_at, "name"),
                    pages: casebook_letters::page_count(&bytes).unwrap_or(0),
                    sha256: sha256(&bytes),
                });
            }
        }
        let contents = serde_json::to_vec(&listed).map_err(|_| bug("pack-shape"))?;
        let command = Command::Search(SearchCommand::Pack {
            on: self.ports.time.today(),
            files: u32::try_from(listed.len()).unwrap_or(u32::MAX),
            pages: listed.iter().map(|file| file.pages).fold(0, u32::saturating_add),
            sha256: sha256(&contents),
        });
        let text = Text::new("pack.made", "contents", contents);
        self.record_and_show(request.command_id, request.case, request.version, command, [text])
    }
}

impl CaseFile {
    /// The files of a pack by the entry that made it; none if its list was erased or cannot be read.
    pub(crate) fn packed(&self, made_at: u64) -> Option<Vec<Listed>> {
        serde_json::from_str(&self.said(made_at, "contents")?).ok()
    }

    /// The entry that made the pack of which a letter speaks that became final with this entry: the last before it.
    pub(crate) fn pack_of(&self, finalised_at: u64) -> Option<u64> {
        let earlier = self.recorded.iter().filter(|recorded| {
            recorded.seq < finalised_at
                && matches!(recorded.event, Event::Request(Request::PackMade { .. }))
                && !self.state.is_struck(recorded.case_seq)
        });
        earlier.map(|recorded| recorded.seq).next_back()
    }
}

impl From<Listed> for PackFile {
    fn from(listed: Listed) -> Self {
        let Listed { document, name, pages, sha256 } = listed;
        Self { document, name, pages, sha256 }
    }
}
