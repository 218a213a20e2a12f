//! The recovery key: shown once, two groups typed back, replaced when it was lost.

use casebook_cases::casebook::Event as CasebookEvent;
use casebook_ipc::{FieldProblem, Home, IpcError, Nothing, RecoveryConfirm, RecoveryKeyShown, Reply, Topic};
use casebook_vault::RecoveryKey;

use crate::errors::{AppError, Done};
use crate::open::{Inner, Open};
use crate::ports::random_source;

impl Open {
    /// Keeps a recovery key until it is confirmed, and shows it.
    pub(crate) fn show_recovery(&self, key: RecoveryKey) -> RecoveryKeyShown {
        let groups = key.groups();
        let mut bytes = [0_u8; 2];
        let drawn = self.ports.random.fill(&mut bytes);
        let [first, second] = if drawn { bytes.map(usize::from) } else { [0, 1] };
        // Two different ones of the eight groups of four; the check group is not asked for.
        let first = first % 8;
        let second = (first + 1 + second % 7) % 8;
        let ask = [first.min(second), first.max(second)];
        self.inner().pending = Some((key, ask));
        RecoveryKeyShown {
            groups: groups.into_iter().map(Into::into).collect(),
            ask: ask.iter().map(|place| u8::try_from(place + 1).unwrap_or(1)).collect(),
        }
    }

    pub(crate) fn renew_recovery(&self, _: &Nothing) -> Done<RecoveryKeyShown> {
        let mut inner = self.inner();
        let mut fill = random_source(&self.ports);
        let Inner { key_file, master, .. } = &mut *inner;
        let key = key_file.renew_recovery_key(master, &mut fill)?;
        key_file.write(&self.place.folder)?;
        inner.record_casebook(&self.ports, &CasebookEvent::RecoveryRenewed {}, Vec::new())?;
        drop(inner);
        Ok(Reply::changed(self.show_recovery(key), vec![Topic::Gate]))
    }

    pub(crate) fn confirm_recovery(&self, request: &RecoveryConfirm) -> Done<Home> {
        let mut inner = self.inner();
        let Some((key, ask)) = &inner.pending else {
            let message =
                "The recovery key is no longer on screen. Make a new one; the old one opens nothing then.";
            return Err(IpcError::Conflict { message: message.to_owned() }.into());
        };
        let groups = key.groups();
        let wrong: Vec<_> = ask
            .iter()
            .enumerate()
            .filter(|(place, group)| {
                let typed = request.groups.get(*place).map(|text| tidy_group(text.reveal()));
                typed.as_deref() != groups.get(**group).map(String::as_str)
            })
            .map(|(place, group)| FieldProblem {
                field: format!("groups.{place}"),
                message: format!("This is not group {}. Look at what you wrote down.", group + 1),
            })
            .collect();
        if !wrong.is_empty() {
            return Err(IpcError::Invalid { fields: wrong }.into());
        }
        inner.pending = None;
        inner.record_casebook(&self.ports, &CasebookEvent::RecoveryConfirmed {}, Vec::new())?;
        drop(inner);
        let home = self.home(&Nothing {})?.value;
        Ok(Reply::changed(home, vec![Topic::Gate]))
    }
}

/// A group of the recovery key as typed: case and spaces do not matter, O is 0, I and L are 1.
fn tidy_group(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

impl Inner {
    /// Whether the key in force was typed back.
    pub(crate) fn recovery_is_confirmed(&self) -> Result<bool, AppError> {
        let seq = |kind: &str| -> Result<u64, AppError> {
            Ok(self.store.latest_of_kind(kind)?.map_or(0, |event| event.envelope.seq))
        };
        Ok(seq("recovery.confirmed")? > seq("recovery.renewed")?)
    }
}
