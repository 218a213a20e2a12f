/** Texts of a case and its dialogs. */

export const caseWords = {
  tabs: {
    overview: "Overview",
    search: "Search & actions",
    decision: "Decision",
    letters: "Letters",
    documents: "Documents",
    history: "History",
  },
  searched: (reported: number, asked: number) => `${reported} of ${asked}`,
  tabsName: "Parts of this case",
  next: "Next",
  people: "People",
  edit: "Change",
  editOf: (name: string) => `Change name or address of ${name}`,
  noAddress: "No postal address",
  addressAsk: "Without one no letter can be posted.",
  salutation: "Letters begin",
  email: "E-mail",
  phone: "Telephone",
  came: "What came in",
  cameGone: "The text has been erased. That it came, and when, stays in the history.",
  showAll: "Show all of it",
  showLess: "Show less",
  lettersEmpty: "No letter yet",
  lettersEmptyText: "A letter begins as a draft. Made final, it gets its number and never changes again.",
  begin: "Write the answer",
  beginAcknowledgement: "Write the acknowledgement",
  letter: "Letter",
  number: "Number",
  state: "State",
  draft: "draft",
  open: "Open",
  historyRecord: "Show the exact record",
  recordedAt: "Recorded",
  kind: "Event",
  by: "by",
  hash: "Hash",
  head: "Head of this history",
  headHelp: "Printed on each letter of this case, so that paper can be held against the history.",
  closedAs: (resolution: string) => `Closed: ${resolution}`,
  actions: "More for this case",
};

export const record = {
  title: "Record what happened",
  intro: "Anything that has happened can be recorded, also late. Its effect on the last day is worked out and shown.",
  what: "What happened",
  ground: "Ground for more time",
  grounds: { complex: "The requests are complex", number: "This person made many requests" },
  onMissing: "Give the day: day, month and year.",
  on: "On",
  submit: "Record",
};

export const party = {
  title: "Change name or address",
  intro: "The history keeps that this was changed. Letters already final stay as they are.",
  submit: "Save changes",
  onEnvelope: "On the envelope",
};

export const close = {
  title: "Close this case",
  intro: "The clock stops. The case can be opened again.",
  how: "How it ended",
  reason: "Why",
  submit: "Close it",
};

export const reopen = {
  title: "Open this case again",
  intro: "The clock goes on as if it had not been closed.",
  reason: "Why",
  submit: "Open it again",
};
