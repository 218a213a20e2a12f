/** Letters of the pretend core: a handful of fields, clauses and gates, enough to work the screen. */
import { words } from "../../words/en-GB";
import type { EnclosureForm } from "../generated/EnclosureForm";
import type { FieldView } from "../generated/FieldView";
import type { GateView } from "../generated/GateView";
import type { LetterKindCode } from "../generated/LetterKindCode";
import type { LetterStateCode } from "../generated/LetterStateCode";
import type { LetterView } from "../generated/LetterView";
import type { SentView } from "../generated/SentView";
import type { FakeCase } from "./cases";
import { fakePdf, type PdfLine } from "./pdf";

export type FakeLetter = {
  id: string;
  kind: LetterKindCode;
  state: LetterStateCode;
  number: string | null;
  revision: number;
  addressee: string[];
  salutation: string;
  datedOn: string;
  largePrint: boolean;
  electronic: boolean;
  fields: Record<string, string>;
  notApplicable: Record<string, string>;
  enclosures: EnclosureForm[];
  sent: SentView | null;
};

const titles: Record<LetterKindCode, string> = {
  L00: "Letter",
  L01: "Acknowledgement",
  L02: "Request for proof of identity",
  L03: "Request for proof of authority",
  L04: "Question about the request",
  L05: "Fee notice",
  L06: "More time",
  L07: "Access answer",
  L08: "Nothing held",
  L11: "Refusal",
  L12: "Partial refusal",
  L30: "Closing without a reply",
  L32: "Holding letter",
  L33: "Question to a third party",
  L34: "Withdrawal confirmed",
  L36: "Letter to a relative or executor",
};

type Spec = Pick<FieldView, "key" | "label" | "help" | "rule" | "rows"> & {
  required?: boolean;
  mayNotApply?: boolean;
  starts?: string;
  reason?: string;
};

/** What the registers would know. */
const knownLines: Record<string, string[]> = {
  purposes: ["to give support", "to send news of events", "to deal with purchases"],
};

const ownWords: Spec[] = [
  {
    key: "note",
    label: "Anything to add",
    help: "In your own words. May stay empty.",
    rule: "",
    rows: 3,
    required: false,
  },
];

const specs: { [K in LetterKindCode]?: Spec[] } = {
  L07: [
    {
      key: "searched",
      label: "Where we searched",
      help: "Goes on from “We made a reasonable and proportionate search of …”.",
      rule: "TRUE-1",
      rows: 2,
      starts: "our customer records, our mailboxes and our website analytics",
    },
    { key: "found", label: "What the search found", help: "How many pages, of which kinds.", rule: "ACC-1", rows: 3 },
    {
      key: "withheld",
      label: "What was left out, and why",
      help: "By kind, with the reason for each kind.",
      rule: "REF-4",
      rows: 3,
      mayNotApply: true,
      reason: "none of it is about other people or protected in another way",
    },
    {
      key: "purposes",
      label: "What we use the data for",
      help: "Only the purposes that concern this person.",
      rule: "ACC-1",
      rows: 4,
      starts: "- to give support\n- to send news of events",
    },
    { key: "recipients", label: "Who has received it", help: "Name them, with the country.", rule: "ACC-1", rows: 3 },
    {
      key: "transfers",
      label: "Data sent abroad",
      help: "Which safeguards protect data sent outside the United Kingdom.",
      rule: "ACC-1",
      rows: 2,
      mayNotApply: true,
      reason: "none of it was sent outside the United Kingdom",
    },
  ],
};

const usualClauses = [{ id: "C-US", title: "How to complain to us" }];

const clauses: { [K in LetterKindCode]?: { id: string; title: string }[] } = {
  L07: [
    { id: "RIGHTS", title: "Your other rights" },
    { id: "C-US", title: "How to complain to us" },
    { id: "C-REG", title: "How to complain to the regulator" },
    { id: "C-COURT", title: "Going to court" },
  ],
};

const specsOf = (kind: LetterKindCode) => specs[kind] ?? ownWords;
const clausesOf = (kind: LetterKindCode) => clauses[kind] ?? usualClauses;

export function beginLetter(id: string, kind: LetterKindCode, of: FakeCase, today: string): FakeLetter {
  const fields: Record<string, string> = {};
  for (const spec of specsOf(kind)) fields[spec.key] = spec.starts ?? "";
  return {
    id,
    kind,
    state: "draft",
    number: null,
    revision: 1,
    addressee: [of.name, ...of.address],
    salutation: of.salutation,
    datedOn: today,
    largePrint: false,
    electronic: false,
    fields,
    notApplicable: {},
    enclosures: kind === "L07" ? [{ title: "Copy of your data", pages: 23 }] : [],
    sent: null,
  };
}

function fieldView(spec: Spec, letter: FakeLetter): FieldView {
  const { starts, reason = "", required = true, mayNotApply = false, ...rest } = spec;
  const value = letter.fields[spec.key] ?? "";
  const doesNotApply = letter.notApplicable[spec.key] ?? null;
  const missing = required && value.trim() === "" && (doesNotApply ?? "").trim() === "";
  const problem = missing
    ? `“${spec.label}” is empty. Write it${mayNotApply ? ", or say why it does not apply" : ""}.`
    : value.includes("‹")
      ? `“${spec.label}” still has a gap marked ‹ ›.`
      : null;
  return {
    ...rest,
    required,
    mayNotApply,
    value,
    doesNotApply,
    startingReason: reason,
    problem,
    lines: (knownLines[spec.key] ?? []).map((text) => ({ text, chosen: false })),
    linesStand: "list",
    ready: [],
  };
}

function gatesOf(letter: FakeLetter, fields: readonly FieldView[], isRegulatorConfirmed: boolean): GateView[] {
  const gates = fields.flatMap((field): GateView[] =>
    field.problem === null ? [] : [{ rule: field.rule, field: field.key, sentence: field.problem, blocks: true }],
  );
  if (letter.addressee.length < 2) {
    gates.push({
      rule: "SEND-1",
      field: "addressee",
      sentence: "The address has no lines below the name.",
      blocks: true,
    });
  }
  if (letter.kind === "L07" && !isRegulatorConfirmed) {
    const sentence = "The regulator's particulars have not been confirmed: confirm them in Settings.";
    gates.push({ rule: "LAW-6", field: "regulator", sentence, blocks: true });
  }
  if (letter.enclosures.length > 0) {
    gates.push({
      rule: "PACK-1",
      field: null,
      sentence: "The enclosures named here go into the same envelope: check the pages before it is closed.",
      blocks: false,
    });
  }
  return gates;
}

export function stateWords(letter: FakeLetter): string {
  switch (letter.state) {
    case "draft":
      return "Draft";
    case "final":
      return "Final, not yet sent";
    case "printed":
      return "Printed, not yet sent";
    case "returned":
      return "Returned by the post";
    case "delivered":
    case "sent":
      return letter.sent?.words ?? "Sent";
    case "void":
      return "Void, never sent";
  }
}

export const letterTitleOf = (kind: LetterKindCode) => titles[kind];
export const letterTitle = (letter: FakeLetter) => titles[letter.kind];

export function letterView(letter: FakeLetter, of: FakeCase, isRegulatorConfirmed: boolean): LetterView {
  const fields = specsOf(letter.kind).map((spec) => fieldView(spec, letter));
  const isDraft = letter.state === "draft";
  return {
    letter: letter.id,
    case: of.id,
    caseVersion: of.history.length,
    reference: of.reference,
    kind: letter.kind,
    title: titles[letter.kind],
    state: letter.state,
    stateWords: stateWords(letter),
    number: letter.number,
    revision: letter.revision,
    addressee: letter.addressee,
    salutation: letter.salutation,
    datedOn: letter.datedOn,
    largePrint: letter.largePrint,
    electronic: letter.electronic,
    fields,
    enclosures: letter.enclosures,
    clauses: clausesOf(letter.kind),
    gates: isDraft ? gatesOf(letter, fields, isRegulatorConfirmed) : [],
    pages: 2,
    blob: letter.addressee.length === 0 ? "" : `letter/${letter.id}/${letter.revision}`,
    sha256: isDraft ? null : "9f2c7d5be01a4f6e8c3b7a90d1e2f3445566778899aabbccddeeff0011223344",
    sent: letter.sent,
    postByWords: isDraft ? "" : "Post by Wed 25 Nov 2026 (1st class)",
    recipients: [
      {
        party: `${of.id}-1`,
        roleWords: "the person the data is about",
        addressee: letter.addressee,
        salutation: letter.salutation,
        largePrint: false,
        electronic: false,
        safeContact: "",
      },
    ],
    party: null,
    choices: [],
    fee: null,
    envelope: letter.electronic
      ? null
      : {
          alwaysVisible: { x: 25, y: 60, width: 80, height: 25 },
          everVisible: { x: 18, y: 52, width: 94, height: 41 },
          addressBox: { x: 24, y: 58, width: 80, height: 28 },
          folds: [105, 210],
        },
    cameBack: null,
    mailWarning:
      !isDraft && of.contact.safeContact !== "" ? `How to reach them safely: ${of.contact.safeContact}` : null,
  };
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (`${line} ${word}`.length > width) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** The pages of a letter, roughly where the real ones have things. */
export function letterPdf(letter: FakeLetter, of: FakeCase, organisation: string): ArrayBuffer {
  const size = letter.largePrint ? 15 : 10;
  const head: PdfLine[] = [
    { x: 330, y: 60, text: organisation, bold: true, size: 13 },
    { x: 330, y: 76, text: "Unit 1, 9 Station Road, Stansted, Essex CM24 8BE", size: 8 },
    { x: 330, y: 104, text: words.dates.plain(letter.datedOn), size: 8 },
    { x: 330, y: 116, text: `Our reference ${letter.number ?? `${of.reference} (draft)`}`, size: 8 },
    ...[letter.state === "draft" ? "DRAFT" : "PRIVATE AND CONFIDENTIAL", ...letter.addressee].map(
      (text, index): PdfLine => ({ x: 68, y: 172 + index * 12, text, bold: index === 0 }),
    ),
  ];
  const body: { text: string; bold: boolean }[] = [
    { text: letter.salutation, bold: false },
    {
      text: letter.kind === "L07" ? "Your request for a copy of your data" : "Your request has reached us",
      bold: true,
    },
  ];
  for (const spec of specsOf(letter.kind)) {
    const reason = letter.notApplicable[spec.key];
    body.push({ text: spec.label, bold: true });
    for (const text of wrap(
      reason === undefined ? (letter.fields[spec.key] ?? "") : `Nothing, because ${reason}.`,
      84,
    )) {
      body.push({ text, bold: false });
    }
  }
  for (const clause of clausesOf(letter.kind)) {
    body.push({ text: clause.title, bold: true });
    body.push({ text: "The law gives you this way. How to use it is set out here in full.", bold: false });
  }
  const pages: PdfLine[][] = [head];
  let y = 300;
  for (const { text, bold } of body) {
    if (bold) y += 8;
    if (y > 780) {
      pages.push([]);
      y = 70;
    }
    pages.at(-1)?.push({ x: 68, y, text, bold, size });
    y += size + 4;
  }
  return fakePdf(pages);
}
