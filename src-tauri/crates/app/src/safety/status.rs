//! How the casebook is backed up: where, when last, what is in the way, whether it is time again.

use std::path::PathBuf;

use casebook_ipc::BackupStatus;
use casebook_personal::Personal;
use casebook_vault::copies;
use chrono::{DateTime, TimeDelta, Utc};

use super::backup;
use crate::errors::AppError;
use crate::open::{Inner, Open};
use crate::views::case::recorded_words;

/// The event whose particular names the backup folder.
pub(crate) const CHOSEN: &str = "backup.folder_chosen";
/// Its particular.
pub(crate) const FOLDER: &str = "folder";
const MADE: &str = "backup.made";

/// After so long it is time for the next backup: a day, less what would make it later each day.
const EVERY: TimeDelta = TimeDelta::hours(23);
/// After so long without one it is overdue.
const OVERDUE: TimeDelta = TimeDelta::hours(72);

/// What the history says of backups.
pub(crate) struct Known {
    /// The backup folder, if one was chosen.
    pub(crate) root: Option<PathBuf>,
    /// When the last backup was made.
    pub(crate) last: Option<DateTime<Utc>>,
    /// Whether anything was recorded after it.
    pub(crate) has_changed: bool,
}

impl Known {
    /// Whether a day has passed since the last backup. A time that lies ahead is a computer's clock that was set back.
    pub(crate) fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.root.is_some() && self.is_older(now, EVERY)
    }

    fn is_older(&self, now: DateTime<Utc>, than: TimeDelta) -> bool {
        self.last.is_none_or(|last| last > now || now.signed_duration_since(last) >= than)
    }
}

impl Inner {
    /// What the history says of backups.
    pub(crate) fn backups_known(&self) -> Result<Known, AppError> {
        let chosen = self.store.latest_of_kind(CHOSEN)?;
        let path = chosen.and_then(|event| event.particulars.get(FOLDER).map(|path| path.value.clone()));
        let made = self.store.latest_of_kind(MADE)?;
        let at = made.as_ref().and_then(|event| DateTime::parse_from_rfc3339(&event.envelope.at).ok());
        Ok(Known {
            root: path.and_then(|path| String::from_utf8(path).ok()).map(PathBuf::from),
            last: at.map(|at| at.with_timezone(&Utc)),
            has_changed: made
                .is_none_or(|event| event.envelope.seq < self.store.head().map_or(0, |head| head.seq)),
        })
    }
}

impl Open {
    /// How the casebook is backed up.
    pub(crate) fn backups_stand(&self) -> Result<BackupStatus, AppError> {
        let (known, folder, casebook) = {
            let inner = self.inner();
            (inner.backups_known()?, inner.folder.clone(), inner.store.casebook().to_string())
        };
        let now = self.ports.time.now();
        let Some(root) = &known.root else {
            return Ok(BackupStatus {
                folder: None,
                sentence:
                    "No backup is made: there is no backup folder. If this disk fails, every case is lost."
                        .to_owned(),
                last_made: None,
                problem: None,
                warning: None,
                is_due: false,
                is_overdue: true,
            });
        };
        let in_the_way =
            backup::check_root(&folder, root, &casebook).err().map(|trouble| trouble.to_string());
        let last_made = known.last.map(recorded_words);
        let sentence = match &last_made {
            None => "No backup has been made yet.".to_owned(),
            Some(made) if known.has_changed => {
                format!("The last backup was made on {made} and read back. Something was recorded since.")
            }
            Some(made) => format!("The last backup was made on {made} and read back. It holds everything."),
        };
        let same_disk = copies::on_one_disk(&folder, root) == Some(true);
        let warning = same_disk.then(|| {
            "The backup folder is on the same disk as the casebook: if the disk fails, both are lost. A folder on another \
             disk is safer."
                .to_owned()
        });
        Ok(BackupStatus {
            folder: Some(Personal::new(root.to_string_lossy().into_owned())),
            sentence,
            last_made,
            problem: in_the_way.or_else(|| self.backup.problem()),
            warning,
            is_due: known.is_due(now),
            is_overdue: known.is_older(now, OVERDUE),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_a_day_by_whatever_the_clock_says() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let root = Some(PathBuf::from("/backup"));
        for (hours_ago, is_due, is_overdue) in [
            (None, true, true),
            (Some(0), false, false),
            (Some(22), false, false),
            (Some(23), true, false),
            (Some(71), true, false),
            (Some(72), true, true),
            // The clock was set back.
            (Some(-1), true, true),
        ] {
            let last = hours_ago.map(|hours| now - TimeDelta::hours(hours));
            let known = Known { root: root.clone(), last, has_changed: true };
            assert_eq!(
                (known.is_due(now), known.is_older(now, OVERDUE)),
                (is_due, is_overdue),
                "{hours_ago:?}"
            );
            assert!(!Known { root: None, last, has_changed: true }.is_due(now));
        }
    }
}
