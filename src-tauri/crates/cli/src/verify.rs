//! `casebook verify`: is everything as it was recorded?

use casebook_app::tools::{Checked, verify_archive, verify_bundle, verify_casebook};
use serde_json::json;

use crate::Ended;
use crate::arguments::VerifyTask;
use crate::door::{open, passphrase, words};

pub(crate) fn run(task: &VerifyTask) -> Result<(), Ended> {
    let checked = if task.folder.join("bagit.txt").exists() {
        verify_bundle(&task.folder)
    } else if task.folder.is_file() {
        verify_archive(&task.folder, &passphrase(task.passphrase_file.as_deref())?.into())
    } else if task.folder.join("casebook.db").exists() {
        let gate = open(&task.folder, task.passphrase_file.as_deref(), None)?;
        verify_casebook(&gate).unwrap_or_else(|error| Checked { is_sound: false, sentence: words(&error) })
    } else {
        return Err(Ended::BadInput("folder: this is neither an exported history nor a casebook".to_owned()));
    };
    if task.json {
        println!("{:#}", json!({ "sound": checked.is_sound, "sentence": checked.sentence }));
    } else if checked.is_sound {
        println!("{}", checked.sentence);
    }
    if checked.is_sound { Ok(()) } else { Err(Ended::No(format!("Does not verify: {}", checked.sentence))) }
}
