/** Where one goes to put right what a gate names: a field of this letter, or a part of the settings. */
import type { SettingsPart } from "../../app/places";
import type { GateView } from "../../backend/generated/GateView";
import type { LetterView } from "../../backend/generated/LetterView";

export type GateTarget = { field: string } | { settings: SettingsPart } | null;

const inSettings: Record<string, SettingsPart> = {
  organisation: "organisation",
  dpo: "organisation",
  regulator: "regulator",
  envelope: "envelope",
};

/** The letter's own fields, by the names the core gives them. */
const ofLetter: Record<string, string> = {
  addressee: "addressee",
  salutation: "salutation",
  dated_on: "datedOn",
  enclosures: "enclosures",
  fee: "fee",
  extension_ground: "ground",
  doubt: "doubt",
};

export function gateTarget(letter: LetterView, { field }: GateView): GateTarget {
  if (field === null) return null;
  const part = inSettings[field];
  if (part !== undefined) return { settings: part };
  const own = ofLetter[field];
  if (own !== undefined) return { field: own };
  return letter.fields.some(({ key }) => key === field) ? { field } : null;
}

/** What stops the letter at one of its own fields. */
export const gateAt = (letter: LetterView, field: string): string | undefined =>
  letter.gates.find((gate) => {
    const target = gateTarget(letter, gate);
    return gate.blocks && target !== null && "field" in target && target.field === field;
  })?.sentence;
