/** Which of the kept files can go into the release pack. */
import type { DocumentView } from "../../../backend/generated/DocumentView";

export type Releasable = DocumentView & { purpose: "found" | "released" };

export const releasable = (documents: readonly DocumentView[]): Releasable[] =>
  documents.filter(
    (one): one is Releasable => !one.isDestroyed && (one.purpose === "found" || one.purpose === "released"),
  );
