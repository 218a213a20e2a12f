/** Texts of exporting a history. */
import { counted } from "./counted";

export const exportWords = {
  title: "Export history",
  intro: "A folder is written that opens with the programs people have, and can be checked without this product.",
  goes: "What goes out",
  events: (count: number) =>
    `${counted(count, "event", "events")}, as sentences (PDF), as a table (CSV) and as recorded`,
  letters: (count: number) => `${counted(count, "final letter", "final letters")} as PDF`,
  texts: "Names, addresses and what came in, in full",
  check: "A manifest of every file and a small program that checks it",
  stays: "What stays",
  draft: (count: number) => `${counted(count, "draft", "drafts")} and what is typed but not recorded`,
  none: "Everything else in the casebook",
  warning: "The folder is not encrypted. Give it only to those who may read all of it.",
  reason: "For whom and why",
  submit: "Choose a folder and export",
  busy: "Exporting",
  doneTitle: "Exported and read back",
  folder: "Folder",
  files: "Files",
  manifest: "Hash of the manifest",
  manifestHelp: "Write it down or send it another way: with it the folder can be checked against change.",
  done: "Done",
};
