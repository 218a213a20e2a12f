/** Texts about the people of a case: who they are, how they are reached, and where they were met before. */

export const people = {
  add: "Add a person",
  addTitle: "Add a person to this case",
  addIntro: "A representative, a parent, an authority, or somebody who has to be told.",
  addSubmit: "Add them",
  role: "What they are in this case",
  sameAsUsual: (name: string) => `Dear ${name.trim() === "" ? "…" : name.trim()}`,
  mayAct: "Asks for somebody else: authority is needed before anything goes to them.",
  addressLine: (line: number) => `Line ${line}`,
  cannotPost: "No letter can be made final to this address.",
  contact: "How to reach them",
  contactOf: (name: string) => `How to reach them: ${name}`,
  contactIntro: "Carried to later cases of the same person. Letters and channels follow it.",
  contactSubmit: "Save wishes",
  replyBy: "They asked to be answered",
  replyAsCame: "Nothing said: the way it came",
  print: "Print",
  needs: "What they need",
  needsHelp: "The need, never the diagnosis: “text relay”, “no telephone calls”.",
  safeContact: "Where it is safe to reach them, and where not",
  safeHelp: "“Not at home”, “shared mailbox”, a prison number.",
  language: "Language",
  noContact: "No wishes noted",
};

export const earlier = {
  title: "Earlier cases of this person",
  alike: "Looks like the same person",
  isSame: "The same person",
  same: "Same person",
  sameOf: (who: string, reference: string) => `Same person: ${who}, ${reference}`,
  open: (reference: string) => `Open ${reference}`,
  more: (count: number) => (count === 1 ? "One more is not shown." : `${count} more are not shown.`),
  none: "No other case has this name, e-mail address or postcode.",
  onlyYou: "That it is the same person, only you can say: names and addresses are shared.",
  identified: (reference: string) => `Recorded: the same person as in ${reference}.`,
};

export const tasks = {
  title: "Tasks",
  set: "Set a task",
  setTitle: "Set a task",
  setIntro: "It stands on Today until it is done or given up.",
  what: "What is to be done",
  due: "By",
  setSubmit: "Set it",
  none: "No task. What must not be forgotten can be set here with its day.",
  done: "Done",
  doneOf: (what: string) => `Done: ${what}`,
  doneTitle: "Record the task as done",
  doneIntro: "If it was to destroy a copy, the copy is destroyed with this record and cannot be brought back.",
  on: "Done on",
  proof: "How it was done",
  doneSubmit: "Record as done",
  drop: "Give up",
  dropOf: (what: string) => `Give up: ${what}`,
  dropTitle: "Give up the task",
  dropIntro: "It leaves Today. The history keeps that it was set and why it was given up.",
  dropReason: "Why it is given up",
  dropSubmit: "Give it up",
  over: "No longer to be done",
};

export const links = {
  title: "Cases that belong to it",
  add: "Link a case",
  addTitle: "Link a case",
  addIntro: "Both cases show the other.",
  reference: "Reference of the other case",
  kind: "How they belong together",
  submit: "Link it",
  none: "No case is linked.",
};

export const correction = {
  button: "This is wrong…",
  buttonOf: (sentence: string) => `This is wrong: ${sentence}`,
  title: "Correct an entry",
  intro: "The entry stays readable, struck through, and no longer counts. What is right stands in an entry of its own.",
  entry: "The entry",
  rightDay: "The right day",
  rightDayHelp: "Leave it empty if the thing did not happen at all.",
  rightDayWanted: "A case cannot be without its receipt: if it was opened in error, close it instead.",
  reason: "What was wrong, and why",
  submit: "Correct it",
  now: (right: string) => `${right}, now`,
  afterwards: (right: string) => `${right}, then`,
  noMove: "This moves no date.",
  done: (before: string, after: string) =>
    before === after
      ? `Corrected. The last day stays ${after}.`
      : `Corrected. The last day was ${before}, it is ${after}.`,
  struck: "Corrected, no longer counts",
};

export const notes = {
  title: "Notes",
  add: "Write a note",
  none: "No note.",
  canBeAsked: "The person can ask for notes about them: write what you would be content for them to read.",
};

export const advice = {
  title: "Bear in mind",
  dismiss: "Understood",
};
