/** Texts of exporting a history. */

export const exportWords = {
  title: "Export history",
  intro:
    "The history of this case, in a form that opens with the programs people have and can be checked without this one.",
  audience: "Who is it for?",
  audiences: {
    full: { name: "A court or our own lawyer", help: "Everything about the case." },
    subject: { name: "The person concerned", help: "Without what is about others, and without advice." },
  },
  legalAdvice: "Include the notes of legal advice",
  legalAdviceHelp: "Once it has left, it may no longer be confidential. For our own lawyer only.",
  goes: "What goes out",
  stays: "What stays, and is named as withheld",
  check: "A manifest of every file and a small program that checks it",
  none: "Everything else in the casebook",
  texts: "Read these before they leave",
  textsHelp: "Tick what speaks of somebody else. It stays, and its place says so.",
  withhold: (entry: number, sentence: string) => `Withhold entry ${entry}: ${sentence}`,
  wrapping: "How does it leave?",
  wrappings: {
    encrypted: {
      name: "Encrypted",
      help: "A ZIP file with AES-256. Whoever gets it needs 7-Zip or WinZip, and the passphrase by another way.",
    },
    folder: { name: "As a folder", help: "Not encrypted. Anybody who gets hold of it can read all of it." },
  },
  reason: "For whom and why",
  reasonHelp: "It is recorded with the export.",
  submit: "Choose a folder and export",
  busy: "Exporting",
  doneTitle: "Exported and read back",
  file: "File",
  folder: "Folder",
  files: "Files in it",
  passphrase: "Passphrase",
  passphraseCopied: "Passphrase copied",
  manifest: "Hash of the manifest",
  manifestCopied: "Hash copied",
  manifestHelp: "Keep it, or send it another way: with it the history can be checked against change.",
  done: "Done",
  doneWithPassphrase: "I have kept the passphrase",
};
