//! Texts that occur nowhere else, to be typed everywhere and then looked for where they must not be.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// A text that nobody would write by chance, made for the place where it is typed.
pub fn mark(place: &str) -> String {
    format!("Qzx{place}vkj")
}

/// Where one of the marks stands in a file under the folder: file and mark. Looked for as UTF-8 in any case, as UTF-16
/// of either order, and as base64 at each of its three offsets.
///
/// # Errors
/// If a folder cannot be read.
pub fn found_under(folder: &Path, marks: &[String]) -> Result<Vec<(PathBuf, String)>> {
    let forms: Vec<(&String, Vec<u8>)> =
        marks.iter().flat_map(|mark| forms(mark).into_iter().map(move |form| (mark, form))).collect();
    let mut found = Vec::new();
    for file in files_under(folder)? {
        // A file may go away meanwhile; then it holds nothing.
        let Ok(bytes) = fs::read(&file) else { continue };
        let mut marks = held(&bytes.to_ascii_lowercase(), &forms);
        marks.dedup();
        found.extend(marks.into_iter().map(|mark| (file.clone(), mark.clone())));
    }
    Ok(found)
}

/// All files under a folder, at any depth; links are not followed.
///
/// # Errors
/// If a folder cannot be read.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_under(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// The marks of which a form stands in the bytes. Sorted by first byte, because casebooks are large.
fn held<'a>(bytes: &[u8], forms: &[(&'a String, Vec<u8>)]) -> Vec<&'a String> {
    let begun_by =
        |first: u8| forms.iter().filter(move |(_, form)| form.first() == Some(&first)).collect::<Vec<_>>();
    let forms: Vec<Vec<_>> = (0..=u8::MAX).map(begun_by).collect();
    let mut held = Vec::new();
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        let begun = forms.get(usize::from(*first)).into_iter().flatten();
        held.extend(begun.filter(|(_, form)| rest.starts_with(form)).map(|(mark, _)| *mark));
        rest = rest.get(1..).unwrap_or_default();
    }
    held
}

/// The mark in each form it may have been written in, in lower case.
fn forms(mark: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![
        mark.as_bytes().to_vec(),
        mark.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        mark.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ];
    forms.extend((0..3).map(|before| base64_within(mark.as_bytes(), before)));
    forms.into_iter().map(|form| form.to_ascii_lowercase()).collect()
}

/// The base64 characters that depend on the mark alone when so many other bytes stand before it.
fn base64_within(mark: &[u8], before: usize) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<bool> = std::iter::repeat_n(false, before * 8)
        .chain(mark.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)))
        .collect();
    let whole = bits.chunks_exact(6).skip((before * 8).div_ceil(6));
    whole
        .filter_map(|six| {
            let sign = six.iter().fold(0, |number: usize, bit| number * 2 + usize::from(*bit));
            SIGNS.get(sign).copied()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{found_under, mark};

    #[test]
    fn a_mark_is_found_in_every_form_and_nothing_else_is() {
        let mark = mark("Name");
        let utf16: Vec<u8> = mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (form, is_found) in [
            (format!("x{mark}y").into_bytes(), true),
            (mark.to_uppercase().into_bytes(), true),
            (utf16, true),
            // "a", "ab" and "abc" before the mark, as base64.
            (b"YVF6eE5hbWV2a2o=".to_vec(), true),
            (b"YWJRenhOYW1ldmtq".to_vec(), true),
            (b"YWJjUXp4TmFtZXZrag==".to_vec(), true),
            (b"QzxNamevk".to_vec(), false),
            (Vec::new(), false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir(folder.path().join("in")).unwrap();
            std::fs::write(folder.path().join("in/file"), &form).unwrap();
            let found = found_under(folder.path(), std::slice::from_ref(&mark)).unwrap();
            assert_eq!(!found.is_empty(), is_found, "{form:?}");
        }
    }
}
