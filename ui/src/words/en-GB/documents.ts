/** Texts of the files kept with a case. */
import type { PurposeCode } from "../../backend/generated/PurposeCode";

const purposes: Record<PurposeCode, { name: string; help: string }> = {
  found: { name: "Found in the search", help: "Can go into the release pack." },
  released: { name: "For release", help: "Ready to go out, for instance with parts made unreadable." },
  request: { name: "The request", help: "What came in." },
  identity: { name: "Proof of identity", help: "Never goes out. A task to destroy the copy is set." },
  authority: { name: "Proof of authority", help: "Never goes out." },
  evidence: { name: "Evidence", help: "Shows what was done, such as a certificate of posting." },
  other: { name: "Something else", help: "" },
};

export const documents = {
  purposes,
  list: "Files kept with this case",
  keep: "Keep a file",
  empty: "No file is kept with this case",
  emptyText:
    "Proofs, what a search found, what goes out: files are kept encrypted in the casebook, up to 50 MiB each. The file you choose stays where it is; its copy here is opened only by this casebook.",
  limit: "Up to 50 MiB each.",
  gone: "A file without its name",
  destroyed: "Destroyed",
  identity: "Copy of a proof of identity",
  save: "Save a copy",
  saveOf: (name: string) => `Save a copy of ${name}`,
  saved: (name: string) => `${name} was saved.`,
  destroy: "Destroy",
  destroyOf: (name: string) => `Destroy ${name}`,
  keepDialog: {
    title: "Keep a file",
    intro: "Then you choose the file. A copy of it is encrypted and kept; larger than 50 MiB it is refused.",
    purpose: "What it is for",
    submit: "Choose the file",
    busy: "Keeping the file",
    done: "The file is kept.",
  },
  destroyDialog: {
    title: (name: string) => `Destroy ${name}`,
    intro: "This cannot be taken back.",
    goes: "What goes",
    stays: "What stays",
    goesLines: ["The file", "The key that opens it, so that no old copy of it can be read", "Its name"],
    staysLines: [
      "In the history: that a file was kept, what for, how large, and when",
      "That it was destroyed today, and what you write here",
      "Copies outside the casebook, which you destroy yourself",
    ],
    packed: "It is in the release pack. The pack’s list, with its hash, stays.",
    proof: "How and why it is destroyed",
    proofHelp: "One sentence; it is the proof.",
    word: "destroy",
    typed: (word: string) => `Type the word ${word}`,
    notTyped: (word: string) => `Type ${word} to show that you mean it.`,
    submit: "Destroy the file",
    done: "The file is destroyed.",
  },
};
