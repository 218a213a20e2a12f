//! The only two commands the page can send: `call` for everything that is JSON, `blob` for bytes. Both work away from
//! the window's own thread, so that the window never stands still, and both survive a fault in what they call.

use std::panic::AssertUnwindSafe;

use casebook_ipc::{CASEBOOK_COMMANDS, GATEHOUSE_COMMANDS, IpcError, Outcome, Topic, UnavailableCode};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, Manager};

use crate::core::Core;
use crate::{crash, lock};

/// A request may hold this many bytes. What the DPO pastes stays well below; a runaway page does not.
const LARGEST_REQUEST: usize = 16 * 1024 * 1024;

/// Asks the core. Answers the value as JSON; when something changed, the page hears `changed` as well.
#[tauri::command]
pub(crate) async fn call(app: AppHandle, name: String, request: Value) -> Result<Value, IpcError> {
    on_a_worker(app, move |app| {
        let core = app.state::<Core>();
        let answer = if size(&request) > LARGEST_REQUEST {
            Err(IpcError::field("request", "That is more than 16 MiB at once. Nothing was recorded."))
        } else {
            casebook_app::call(&core.gate, &name, request)
        };
        if let Err(error) = &answer {
            write_down(error, known(&name));
        }
        let Outcome { value, topics } = answer?;
        tell(app, &core, topics);
        match name.as_str() {
            "casebook_lock" => lock::forget_page(app),
            "drafts_kept" => core.activity.all_is_kept(),
            _ => {}
        }
        Ok(value)
    })
    .await
}

/// Writes down what is at fault in the program or its files; what the DPO can do something about is no fault.
fn write_down(error: &IpcError, command: &str) {
    match error {
        IpcError::Bug { incident } => crash::write_down(incident, command),
        IpcError::Unavailable { code: UnavailableCode::Damaged, .. } => crash::write_down("damage", command),
        _ => {}
    }
}

/// The bytes of a PDF that we made.
#[tauri::command]
pub(crate) async fn blob(app: AppHandle, id: String) -> Result<Response, IpcError> {
    on_a_worker(app, move |app| casebook_app::blob(&app.state::<Core>().gate, &id).map(Response::new)).await
}

/// What the page hears after something changed.
#[derive(Clone, Serialize)]
struct Changed {
    topics: Vec<Topic>,
    /// Grows by one each time.
    seq: u64,
}

/// Tells the page what to read again.
pub(crate) fn tell(app: &AppHandle, core: &Core, topics: Vec<Topic>) {
    if !topics.is_empty() {
        // A page that is just being loaded hears nothing, and reads everything anyway.
        drop(app.emit("changed", Changed { topics, seq: core.next_change() }));
    }
}

async fn on_a_worker<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle) -> Result<T, IpcError> + Send + 'static,
) -> Result<T, IpcError> {
    let worker = tauri::async_runtime::spawn_blocking(move || {
        let core = app.state::<Core>();
        let _at_work = core.activity.begin();
        // The core keeps no half-done state: what was not committed is gone with the panic.
        crash::guard(AssertUnwindSafe(|| work(&app)))
            .unwrap_or_else(|incident| Err(IpcError::Bug { incident }))
    });
    worker.await.unwrap_or_else(|_| Err(IpcError::Bug { incident: crash::new_incident() }))
}

/// The command's name if it is one; else nothing of what was sent.
fn known(name: &str) -> &'static str {
    GATEHOUSE_COMMANDS
        .iter()
        .chain(CASEBOOK_COMMANDS)
        .find(|known| **known == name)
        .copied()
        .unwrap_or("unknown")
}

/// About how many bytes the request takes as JSON, without writing it.
fn size(request: &Value) -> usize {
    match request {
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
        Value::String(text) => text.len(),
        Value::Array(values) => values.iter().map(|value| size(value).saturating_add(1)).sum(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| size(value).saturating_add(name.len()).saturating_add(4)).sum()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{known, size};
    use serde_json::json;

    #[test]
    fn the_size_is_near_that_of_the_json() {
        let pasted = "x".repeat(1000);
        let request = json!({ "text": pasted, "lines": ["a", "b"], "n": 7, "none": null });
        let written = request.to_string().len();
        assert!(size(&request).abs_diff(written) < 40, "{} and {written}", size(&request));
    }

    #[test]
    fn a_made_up_command_is_never_written_down() {
        assert_eq!(known("case_read"), "case_read");
        assert_eq!(known("casebook_lock"), "casebook_lock");
        assert_eq!(known("Zofia Żółkiewska"), "unknown");
    }
}
