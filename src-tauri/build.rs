//! Tells Tauri the two commands of the window, makes sure that there is a page to embed, and keeps our SQLite's symbols
//! to ourselves.

use std::error::Error;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Shown when the window is compiled before the page has been built. It says so, and nothing else.
const PLACEHOLDER: &str = r#"<!doctype html>
<html lang="en-GB">
  <meta charset="utf-8">
  <title>DPO Casebook</title>
  <h1>The page has not been built</h1>
  <p>Build it with <code>npm run build --prefix ui</code>, then compile the window again; <code>cargo dev run</code> does both.</p>
</html>
"#;

fn main() -> Result<(), Box<dyn Error>> {
    // WebKit refers to sqlite3_* symbols. Exported from here, they would make the web view run on our SQLCipher.
    println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    page_is_there(Path::new("../ui/dist"))?;
    // Without this list every window could call every command.
    let commands = tauri_build::AppManifest::new().commands(&["call", "blob"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}

fn page_is_there(folder: &Path) -> io::Result<()> {
    let index = folder.join("index.html");
    if index.exists() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(&index, PLACEHOLDER)?;
    // Older than any source, so that nobody takes it for the built page.
    File::options().write(true).open(index)?.set_modified(SystemTime::UNIX_EPOCH)
}
