//! A window of Tauri with nothing in it: what any program like ours would need at least, for `cargo dev bench`.

use tauri::{Url, WebviewUrl, WebviewWindowBuilder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tauri::Builder::default()
        .setup(|app| {
            let nothing = WebviewUrl::External(Url::parse("about:blank")?);
            WebviewWindowBuilder::new(app, "main", nothing).inner_size(1180.0, 820.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())?;
    Ok(())
}
