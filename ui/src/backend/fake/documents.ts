/** Commands of the pretend core: the files kept with a case. */
import { parseDate } from "@internationalized/date";
import { words } from "../../words/en-GB";
import { Problem } from "../backend";
import type { DocumentView } from "../generated/DocumentView";
import type { PurposeCode } from "../generated/PurposeCode";
import { event, type FakeCase } from "./cases";
import { changedCase, findCase, type Handlers, newId, refuse, sameVersion, type World } from "./world";

type Named = Pick<DocumentView, "name" | "media" | "sizeWords">;

/** What the dialog that opens a file would have answered. */
const chosen: Partial<Record<PurposeCode, Named>> = {
  found: { name: "mailbox-export.pdf", media: "pdf", sizeWords: "1.8 MB" },
  released: { name: "tickets-redacted.pdf", media: "pdf", sizeWords: "640 kB" },
  identity: { name: "passport.jpg", media: "image", sizeWords: "2.1 MB" },
};
const anything: Named = { name: "note.txt", media: "text", sizeWords: "812 bytes" };

function keptDocument(document: string, purpose: PurposeCode, today: string): DocumentView {
  const destroyBy = parseDate(today).add({ days: 1 }).toString();
  return {
    document,
    ...(chosen[purpose] ?? anything),
    purpose,
    keptOn: today,
    stateWords: `Kept ${words.dates.plain(today)}`,
    isDestroyed: false,
    destroyWords: purpose === "identity" ? `Destroy by ${words.dates.plain(destroyBy)}` : "",
  };
}

/** Files of every sort, one of them destroyed. */
export function seedDocuments(of: FakeCase, today: string): void {
  const purposes: readonly PurposeCode[] = ["request", "identity", "found", "released", "evidence"];
  of.documents = purposes.map((purpose, index) => keptDocument(`document-${index + 1}`, purpose, today));
  const gone = of.documents.at(-1);
  if (gone !== undefined) destroy(gone, today);
}

function destroy(document: DocumentView, today: string): void {
  const stateWords = `Destroyed ${words.dates.plain(today)}`;
  Object.assign(document, { name: "", isDestroyed: true, destroyWords: "", stateWords });
}

function findDocument(of: FakeCase, id: string): DocumentView {
  const found = of.documents.find((one) => one.document === id && !one.isDestroyed);
  if (found === undefined) {
    const message = "There is no such document in this case, or it was destroyed.";
    throw new Problem({ kind: "notFound", message });
  }
  return found;
}

export function documentHandlers(world: World) {
  return {
    document_keep: ({ case: id, version, purpose }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      of.documents.push(keptDocument(newId(world), purpose, world.today));
      of.history.push(event(world.today, "document.kept", "A document was kept."));
      return changedCase(world, of);
    },
    document_save: ({ case: id, document }) => {
      const { name } = findDocument(findCase(world, id), document);
      return { value: { fileName: name, sha256: "d0c5" } };
    },
    document_destroy: ({ case: id, version, document, proof }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const found = findDocument(of, document);
      if (proof.trim() === "") {
        refuse("ID-3", "How was it destroyed, and why?", "Write a sentence; it is the proof.");
      }
      destroy(found, world.today);
      of.history.push(event(world.today, "document.destroyed", "A document was destroyed.", proof));
      return changedCase(world, of);
    },
  } satisfies Handlers;
}
