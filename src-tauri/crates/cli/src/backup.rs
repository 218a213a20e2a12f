//! `casebook backup` and `casebook restore`: a copy that was read back, and the way back from one.

#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]

use casebook_app::{Gate, Place, Strength};
use serde_json::{Value, json};

use crate::Ended;
use crate::arguments::{BackupTask, RestoreTask};
use crate::door::{ask, open, passphrase, recovery_key};
use crate::system::ports;

pub(crate) fn back_up(task: &BackupTask) -> Result<(), Ended> {
    let gate = open(&task.casebook, task.passphrase_file.as_deref(), task.to.clone())?;
    if task.to.is_some() {
        ask(&gate, "backup_choose_folder", json!({}))?;
    }
    let status = ask(&gate, "backup_now", json!({ "job": null }))?;
    if task.json {
        println!("{status:#}");
    } else {
        for field in ["sentence", "problem", "warning"] {
            if let Some(sentence) = status[field].as_str() {
                println!("{sentence}");
            }
        }
    }
    Ok(())
}

pub(crate) fn restore(task: &RestoreTask) -> Result<(), Ended> {
    let place = Place { folder: task.casebook.clone(), strength: Strength::DEFAULT, made_up: false };
    let gate = Gate::new(ports(Some(task.from.clone())), place);
    let found = ask(&gate, "backup_inspect", json!({}))?;
    let wanted = match &task.snapshot {
        Some(name) => json!(name),
        None => newest(&found)?,
    };
    let (passphrase, key) = if task.recovery_key {
        (None, Some(recovery_key()?))
    } else {
        (Some(passphrase(task.passphrase_file.as_deref())?), None)
    };
    let request = json!({ "snapshot": wanted, "passphrase": passphrase, "recoveryKey": key });
    ask(&gate, "casebook_restore", request)?;
    println!("Restored from {}, read back and checked.", wanted.as_str().unwrap_or_default());
    Ok(())
}

/// The newest backup of which nothing bad is known.
fn newest(found: &Value) -> Result<Value, Ended> {
    let rows = found["backups"].as_array().into_iter().flatten();
    rows.into_iter()
        .find(|row| row["problem"].is_null())
        .map(|row| row["snapshot"].clone())
        .ok_or_else(|| Ended::BadInput("from: no backup in this folder can be used".to_owned()))
}
