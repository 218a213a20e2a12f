/** A draft as it is being written: kept soon after each pause, drawn and checked again by the core each time. */
import { useRef, useState } from "react";
import { asProblem, type Problem } from "../../backend/backend";
import { useBackend, useRemember } from "../../backend/call";
import type { LetterKeep } from "../../backend/generated/LetterKeep";
import type { LetterView } from "../../backend/generated/LetterView";
import { useKeep } from "../../backend/keep";
import { filledLines } from "../../widgets/Field";

export type Draft = Omit<LetterKeep, "letter" | "revision">;

/** What can be edited of a letter, as it stands. */
function draftOf(letter: LetterView): Draft {
  const fields: Record<string, string> = {};
  const notApplicable: Record<string, string> = {};
  for (const field of letter.fields) {
    fields[field.key] = field.value;
    if (field.doesNotApply !== null) notApplicable[field.key] = field.doesNotApply;
  }
  const choices = Object.fromEntries(letter.choices.map(({ key, value }) => [key, value ?? ""]));
  const { addressee, salutation, datedOn, largePrint, electronic, enclosures, party } = letter;
  const fee = letter.fee ?? "";
  return {
    addressee,
    salutation,
    datedOn,
    largePrint,
    electronic,
    fields,
    notApplicable,
    enclosures,
    party,
    choices,
    fee,
  };
}

export function useLetterDraft(letter: LetterView) {
  const backend = useBackend();
  const remember = useRemember();
  const [draft, setDraft] = useState(() => draftOf(letter));
  const [isKeeping, setKeeping] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const revision = useRef(letter.revision);
  // What was typed last, until the core has kept just that.
  const unkept = useRef<Draft>(undefined);
  const id = letter.letter;

  const keep = useKeep(async (edited: Draft) => {
    setKeeping(true);
    try {
      const request = { ...edited, addressee: filledLines(edited.addressee), letter: id, revision: revision.current };
      const kept = await backend.call("letter_keep", request);
      revision.current = kept.revision;
      if (unkept.current === edited) unkept.current = undefined;
      remember("letter_read", { letter: id }, kept);
      setProblem(undefined);
    } catch (thrown) {
      const met = asProblem(thrown);
      setProblem(met);
      if (met.error.kind === "conflict") {
        // What is typed here stays; it is kept on top of what was read again.
        const read = await backend.call("letter_read", { letter: id });
        revision.current = read.revision;
        remember("letter_read", { letter: id }, read);
      }
    } finally {
      setKeeping(false);
    }
  }, 400);

  const change = (part: Partial<Draft>) => {
    const after = { ...draft, ...part };
    setDraft(after);
    unkept.current = after;
    keep.later(after);
  };

  /** Keeps what still waits. Answers its revision, or nothing if what is on screen could not be kept. */
  const settle = async () => {
    await keep.flush();
    return unkept.current === undefined ? revision.current : undefined;
  };

  return { draft, change, settle, forget: keep.forget, isKeeping, problem };
}
