/** Texts of backups, of bringing one back, of the passphrase and the recovery key. */

export const safety = {
  title: "Safety",
  backups: "Backups",
  backupsIntro:
    "A backup is a copy of the whole casebook, encrypted with the same passphrase. It is made once a day and when the program ends, and read back from where it lies. After 35 days at most it is removed.",
  folder: "Backup folder",
  noFolder: "No folder has been chosen.",
  chooseFolder: "Choose a backup folder",
  chooseOther: "Choose another folder",
  backUpNow: "Back up now",
  backingUp: "Backing up",
  notMade: "No backup could be made",
  overdue: "There is no recent backup",
  better: "This could be safer",
  passphrase: "Passphrase",
  passphraseIntro: "Changing it takes a few seconds and rewrites nothing. The recovery key stays as it is.",
  change: "Change the passphrase",
  changing: "Changing",
  current: "Passphrase now",
  fresh: "New passphrase",
  again: "The new one again",
  changed: "Changed",
  recovery: "Recovery key",
  recoveryIntro:
    "It opens the casebook when the passphrase is forgotten. If the paper is lost or somebody has seen it, make a new one: the old one then opens nothing any more but backups made before.",
  renew: "Make a new recovery key",
  renewing: "Making a new key",
  suggest: "Suggest a passphrase",
  suggestAnother: "Suggest another",
  suggested: "Drawn by chance. Write it down until you know it, then destroy the paper.",
  suggestedLabel: "Suggested passphrase",
  use: "Use this one",
  sheet: "Save it as a PDF instead",
  sheetTitle: "A file with this key opens the casebook",
  sheetIntro:
    "Whoever finds the file can read everything. Print it at once, then delete the file and empty the wastebasket. If you can, copy the key by hand instead.",
  sheetTyped: "Type the word paper",
  sheetSave: "Save PDF",
};

export const restore = {
  link: "Restore from a backup",
  title: "Restore from a backup",
  intro:
    "Choose the folder in which the backups are. The casebook is brought back as it was at that time; what was erased since is erased again before you see it.",
  choose: "Choose the backup folder",
  choosing: "Looking",
  which: "Which backup",
  howToOpen: "The passphrase of that time opens it, or the recovery key.",
  restore: "Restore",
  restoring: "Reading the backup and bringing it back",
  back: "Back",
};

export const waiting = {
  wait: (seconds: number) =>
    seconds === 1 ? "The next try is possible in 1 second." : `The next try is possible in ${seconds} seconds.`,
};
