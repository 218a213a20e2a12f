//! Files kept with a case: encrypted, outside the database, so that one damaged file never blocks the casebook.
//!
//! The file is written first, then the event with its key. Killed in between, the file is an orphan that nobody can
//! open; it is swept away at the next unlocking.

use std::collections::BTreeSet;

use casebook_cases::codes::Media;
use casebook_cases::subject_request::Document;
use casebook_cases::{DocumentId, Event, common};
use casebook_export::BundleFile;
use casebook_vault::objects::{self, ObjectId};

use crate::errors::{AppError, bug};
use crate::letters::sha256;
use crate::open::Inner;
use crate::ports::{Ports, random_source};
use crate::record::Text;
use crate::views::case::CaseFile;

/// The event that keeps a document.
const KIND: &str = "document.kept";
/// The event that destroys one.
const DESTROYED: &str = "document.destroyed";
/// The particular that opens it; it never leaves the casebook.
pub(crate) const KEY: &str = "key";
/// A text up to this size, in bytes, is kept as a text alone; of a longer one this much can be searched.
const LONGEST_PARTICULAR: usize = 1024 * 1024;

/// What a command says of a document, and the particulars that go with it.
type Kept = (Option<(DocumentId, Media, u64)>, Vec<Text>);

/// As much of a text as is kept as a text.
pub(crate) fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_PARTICULAR)).unwrap_or(text)
}

impl Inner {
    /// Keeps a long text as a document.
    pub(crate) fn keep_if_long(&self, ports: &Ports, text: &str) -> Result<Kept, AppError> {
        if text.len() <= LONGEST_PARTICULAR {
            return Ok((None, Vec::new()));
        }
        let (document, texts) = self.put_document(ports, "request.txt", text.as_bytes())?;
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        Ok((Some((document, Media::Text, size)), texts))
    }

    /// Writes a file, encrypted, and answers what its event has to say of it.
    pub(crate) fn put_document(
        &self,
        ports: &Ports,
        name: &str,
        bytes: &[u8],
    ) -> Result<(DocumentId, Vec<Text>), AppError> {
        let document = DocumentId::new(ports.ids.next());
        let id = document.as_uuid().as_bytes();
        let key = objects::put(&self.folder, id, bytes)?;
        let wrapped = self.master.wrap_object_key(id, &key, &mut random_source(ports))?;
        let texts = vec![
            Text::new(KIND, "name", name),
            Text::new(KIND, "sha256", sha256(bytes)),
            Text::new(KIND, KEY, wrapped),
        ];
        Ok((document, texts))
    }

    /// The bytes of a document; `None` once it was destroyed.
    pub(crate) fn document_bytes(&self, kept: &Document) -> Result<Option<Vec<u8>>, AppError> {
        let Some(wrapped) = self.store.particular(kept.kept_at, KEY)? else { return Ok(None) };
        let id = kept.document.as_uuid().as_bytes();
        let key = self.master.unwrap_object_key(id, &wrapped)?;
        Ok(Some(objects::get(&self.folder, id, &key)?.to_vec()))
    }

    /// Removes the file of a document whose key was erased. One that is gone already is as it should be.
    pub(crate) fn remove_document(&self, document: DocumentId) -> Result<(), AppError> {
        Ok(objects::remove(&self.folder, document.as_uuid().as_bytes())?)
    }

    /// The documents of a case whose entries are asked for, opened, under generated names. One that was erased is left
    /// out.
    pub(crate) fn documents(
        &self,
        file: &CaseFile,
        is_wanted: &dyn Fn(u64) -> bool,
    ) -> Result<Vec<BundleFile>, AppError> {
        let mut documents = Vec::new();
        for (number, (document, seq)) in (1..).zip(file.documents()) {
            if !is_wanted(seq) {
                continue;
            }
            let Some(wrapped) = self.store.particular(seq, KEY)? else { continue };
            let id = document.as_uuid().as_bytes();
            let key = self.master.unwrap_object_key(id, &wrapped)?;
            let bytes = objects::get(&self.folder, id, &key)?.to_vec();
            let recorded = self.store.particular(seq, "sha256")?.ok_or_else(|| bug("document-hash"))?;
            documents.push(BundleFile {
                name: format!("document-{number:03}.{}", self.ending(seq)?),
                sha256: String::from_utf8_lossy(&recorded).into_owned(),
                bytes,
            });
        }
        Ok(documents)
    }

    /// The ending of the name that a document came with, if it is an ordinary one: nothing else of a name is told.
    fn ending(&self, seq: u64) -> Result<String, AppError> {
        let name = self.store.particular(seq, "name")?.unwrap_or_default();
        let name = String::from_utf8_lossy(&name).to_ascii_lowercase();
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let is_plain = |ending: &&str| {
            (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        Ok(ending.filter(is_plain).unwrap_or("bin").to_owned())
    }

    /// Sweeps away files that nobody can open: what a killed program left and no event knows, and what could not be
    /// removed when its document was destroyed. One that cannot be removed now keeps nobody from unlocking.
    pub(crate) fn sweep_documents(&self) -> Result<(), AppError> {
        objects::remove_unfinished(&self.folder)?;
        let present = objects::list(&self.folder)?;
        if present.is_empty() {
            return Ok(());
        }
        let kept = self.documents_of(KIND)?;
        let destroyed = self.documents_of(DESTROYED)?;
        for id in present.iter().filter(|id| !kept.contains(*id) || destroyed.contains(*id)) {
            // Tried again at the next unlocking.
            let _ = objects::remove(&self.folder, id);
        }
        Ok(())
    }

    /// The documents that events of a kind are about.
    fn documents_of(&self, kind: &str) -> Result<BTreeSet<ObjectId>, AppError> {
        let id_of = |document: String| {
            let id: DocumentId = document.parse().map_err(|_| bug("document-id"))?;
            Ok(*id.as_uuid().as_bytes())
        };
        self.store.texts_of_kind(kind, "document")?.into_iter().map(id_of).collect()
    }
}

impl CaseFile {
    /// The documents of a case, with the entries that keep them.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (DocumentId, u64)> + '_ {
        self.recorded.iter().filter_map(|recorded| match &recorded.event {
            Event::Common(common::Event::DocumentKept { document, .. }) => Some((*document, recorded.seq)),
            _ => None,
        })
    }
}
