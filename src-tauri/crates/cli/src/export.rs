//! `casebook export`: the history of one case as an encrypted archive, or as a folder.

#![expect(clippy::indexing_slicing, reason = "a JSON value answers null for a name it does not have")]

use serde_json::json;

use crate::Ended;
use crate::arguments::{ExportAudience, ExportTask};
use crate::door::{ask, open};

pub(crate) fn run(task: &ExportTask) -> Result<(), Ended> {
    let gate = open(&task.casebook, task.passphrase_file.as_deref(), Some(task.to.clone()))?;
    let query = json!({ "filter": "all", "sort": "reference", "text": task.case });
    let list = ask(&gate, "cases_open", query)?;
    let rows = ask(&gate, "cases_rows", json!({ "list": list["list"], "from": 0, "len": 200 }))?;
    let wanted = task.case.trim().to_uppercase();
    let case = rows["rows"]
        .as_array()
        .and_then(|rows| rows.iter().find(|row| row["reference"] == json!(wanted)))
        .ok_or_else(|| Ended::BadInput("case: there is no case of this reference".to_owned()))?;
    let request = json!({
        "commandId": casebook_app::new_command_id(&gate),
        "case": case["case"],
        "reason": task.reason,
        "audience": match task.audience {
            ExportAudience::Full => "full",
            ExportAudience::Subject => "subject",
        },
        "wrapping": if task.folder { "folder" } else { "encrypted" },
        "withLegalAdvice": task.with_legal_advice,
        "withhold": [],
    });
    let exported = ask(&gate, "case_export", request)?;
    if task.json {
        println!("{exported:#}");
    } else {
        let text = |field: &str| exported[field].as_str().unwrap_or_default().to_owned();
        println!("Written: {}. {}", text("name"), text("checked"));
        if !text("passphrase").is_empty() {
            println!("Passphrase: {}", text("passphrase"));
            println!("{}", text("opensWith"));
        }
        println!("SHA-256 of the manifest, to be kept apart from it: {}", text("manifestSha256"));
    }
    Ok(())
}
