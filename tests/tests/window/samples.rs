//! Requests written by strangers go the same way. They are not part of this repository: their folder is given in the
//! variable `DPO_CASEBOOK_SAMPLES`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use casebook_tests::paper::{as_one_line, fonts_missing, is_sound, text};

use crate::steps::{
    PLACE, Request, close_case, export_history, make_final, nothing_went_wrong, open_and_unlock, ready_desk,
    record_posted, record_request, save_pdf, search, verify, write_answer,
};

#[tokio::test]
async fn requests_written_by_strangers_go_the_whole_way() -> Result<()> {
    let Some(folder) = std::env::var_os("DPO_CASEBOOK_SAMPLES") else {
        println!("No requests by strangers were given (DPO_CASEBOOK_SAMPLES), so none was tried.");
        return Ok(());
    };
    let _turn = crate::turn().await;
    let desk = ready_desk("samples")?;
    let window = open_and_unlock(&desk).await?;
    let requests = access_requests(Path::new(&folder))?;
    ensure!(!requests.is_empty(), "there is no access-*.txt in the folder given");
    for (count, file) in requests.iter().enumerate() {
        let came = fs::read_to_string(file)?;
        let request = Request { text: &came, name: "Oluwaseun Adébáyò-O’Brien", ..Request::ORDINARY };
        let reference = record_request(&window, &request).await?;
        window.sees("Friday 27 November 2026").await?;
        window.picture(&format!("request-{count}")).await?;
        search(&window, PLACE, 14).await?;
        write_answer(&window).await?;
        let number = make_final(&window).await?;
        let pdf = save_pdf(&window, &desk, &format!("{count}.pdf")).await?;
        is_sound(&pdf)?;
        ensure!(fonts_missing(&pdf)?.is_empty());
        let words = as_one_line(&text(&pdf)?);
        ensure!(words.contains(request.name) && words.contains(&number), "{words}");
        record_posted(&window).await?;
        window.press(&reference).await?;
        window.turn_to("Overview").await?;
        close_case(&window).await?;
        let bundle = export_history(&window, &desk).await?;
        window.press("Done").await?;
        verify(&bundle)?;
        is_kept_whole(&bundle, &came)?;
    }
    nothing_went_wrong(&window).await?;
    window.quit().await
}

fn access_requests(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = casebook_tests::marks::files_under(folder)?;
    let is_access = |name: &str| name.starts_with("access-") && name.ends_with(".txt");
    found.retain(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(is_access));
    found.sort();
    Ok(found)
}

/// What came in is in the bundle, letter for letter.
fn is_kept_whole(bundle: &Path, came: &str) -> Result<()> {
    let particulars = fs::read_to_string(bundle.join("data/particulars.jsonl"))?;
    let longest = came.lines().max_by_key(|line| line.len()).context("the request is empty")?;
    let written = serde_json::to_string(longest)?;
    ensure!(particulars.contains(written.trim_matches('"')), "what came in is not in the bundle: {longest}");
    Ok(())
}
