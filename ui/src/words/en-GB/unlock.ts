/** Texts of unlocking and the first run. */

export const unlock = {
  title: "Unlock your casebook",
  passphrase: "Passphrase",
  recoveryKey: "Recovery key",
  recoveryHelp: "Thirty-four characters in nine groups. Spaces and small letters do not matter.",
  unlock: "Unlock",
  unlocking: "Unlocking",
  useRecovery: "Use the recovery key instead",
  usePassphrase: "Use the passphrase instead",
  show: "Show what I type",
  cannot: "The casebook cannot be opened",
  locked: "Locked. What you typed was kept.",
};

export const firstRun = {
  steps: ["Passphrase", "Recovery key", "Your organisation"] as const,
  stepOf: (step: number, of: number) => `Step ${step} of ${of}`,
  passphraseTitle: "Make your casebook",
  passphraseIntro:
    "A casebook is one encrypted folder on this computer. Nothing is ever sent anywhere. Whoever has neither the passphrase nor the recovery key can read nothing in it, and that includes the makers of this program.",
  passphrase: "Passphrase",
  passphraseHelp: "Five or six words that do not belong together are strong and can be remembered.",
  again: "The same again",
  againDiffers: "The two are not the same yet.",
  againSame: "Both are the same.",
  judging: "Type at least a few words.",
  create: "Create casebook",
  creating: "Creating your casebook",
  recoveryTitle: "Write down your recovery key",
  recoveryIntro:
    "If you forget the passphrase, this key is the only way in. It is shown now and never again. Write it on paper and keep it where you would keep a deed: not on this computer.",
  recoveryGroups: "Recovery key, nine groups",
  group: (number: number) => `Group ${number}`,
  recoveryAsk: "Show that you have it",
  recoveryAskHelp: "Type these two groups from your paper.",
  confirm: "I have written it down",
  recoveryLost: "Your recovery key was not confirmed",
  recoveryLostHelp:
    "The casebook was closed before two groups had been typed back. The earlier key may not be on paper, so make a new one. The earlier one then no longer opens anything.",
  renew: "Show a new recovery key",
  organisationTitle: "Your organisation",
  organisationIntro:
    "This stands on every letter. The law asks for the registered name, number and office on business letters. Everything can be changed later in Settings.",
  finish: "Open the casebook",
};
