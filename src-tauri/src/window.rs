//! The one window. It shows our page and goes nowhere else: no other address, no second window, no download. Its title
//! is the program's name, so that neither task bars nor screen recordings name a person.

use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder};

use crate::places;

const LABEL: &str = "main";
const TITLE: &str = "DPO Casebook";

/// Opens the window.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title(TITLE)
        .inner_size(1180.0, 820.0)
        .min_inner_size(640.0, 400.0)
        .center()
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if let Some(folder) = places::web_view() {
        builder = builder.data_directory(folder);
    }
    builder.build()?;
    Ok(())
}

/// Loads the page anew: it forgets everything it showed.
pub(crate) fn load_anew(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window that is just closing cannot be loaded anew, and need not be.
        drop(window.reload());
    }
}

/// Exactly our page's origin; a look-alike such as `tauri://localhost.example` is another.
fn is_ours(address: &Url) -> bool {
    let (schemes, host): (&[&str], _) =
        if cfg!(windows) { (&["http", "https"], "tauri.localhost") } else { (&["tauri"], "localhost") };
    schemes.contains(&address.scheme())
        && address.host_str() == Some(host)
        && address.port().is_none()
        && address.username().is_empty()
        && address.password().is_none()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_own_origin_is_gone_to() {
        for (address, ours) in [
            ("tauri://localhost", true),
            ("tauri://localhost/index.html#/cases", true),
            ("tauri://localhost.example/", false),
            ("tauri://x.localhost/", false),
            ("tauri://localhost:8080/", false),
            ("tauri://someone@localhost/", false),
            ("tauri://someone:secret@localhost/", false),
            ("http://tauri.localhost/", false),
            ("http://localhost/", false),
            ("https://example.org/", false),
            ("file:///etc/hostname", false),
            ("about:blank", false),
            ("data:text/html,x", false),
            ("javascript:0", false),
            ("blob:tauri://localhost/0", false),
        ] {
            assert_eq!(is_ours(&address.parse().unwrap()), ours, "{address}");
        }
    }
}
