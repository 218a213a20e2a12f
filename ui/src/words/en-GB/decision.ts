/** Texts of what was found, what is decided about it, and what goes out. */
import type { AdviceStandingCode } from "../../backend/generated/AdviceStandingCode";
import type { DecisionOutcomeCode } from "../../backend/generated/DecisionOutcomeCode";
import type { NamingCode } from "../../backend/generated/NamingCode";
import type { ThirdPartyTestCode } from "../../backend/generated/ThirdPartyTestCode";
import type { TreatmentCode } from "../../backend/generated/TreatmentCode";
import { counted } from "./counted";

type Named = { name: string; help: string };

const treatments: Record<TreatmentCode, Named> = {
  released: { name: "Release", help: "It goes out as it is." },
  redacted: { name: "Release with parts made unreadable", help: "The rest goes out." },
  withheld: { name: "Withhold", help: "It stays." },
};

const weighings: Record<ThirdPartyTestCode, Named> = {
  agreed: { name: "They agreed", help: "It may go out." },
  reasonable: { name: "Reasonable without their agreement", help: "It may go out." },
  unrecognisable: { name: "No longer recognisable with parts made unreadable", help: "The rest may go out." },
  not_reasonable: { name: "Not reasonable", help: "It stays, or the parts about them do." },
};

const namings: Record<NamingCode, Named> = {
  named: { name: "The letter gives the reason", help: "As a rule." },
  neutral: { name: "The letter neither confirms nor denies", help: "Where naming the reason would undo it." },
};

const outcomes: Record<DecisionOutcomeCode, string> = {
  release_all: "Release everything found",
  release_part: "Release a part",
  refuse: "Refuse",
  nothing_held: "Nothing is held",
};

const standings: Record<AdviceStandingCode, Named> = {
  followed: { name: "As you advised", help: "" },
  not_followed: { name: "Against your advice", help: "With the reason why." },
  delegated: { name: "Under the recorded delegation", help: "Routine decisions that were handed over to you." },
};

export const decision = {
  treatments,
  weighings,
  namings,
  outcomes,
  standings,
  pages: (count: number) => counted(count, "page", "pages"),
  items: (count: number) => counted(count, "item", "items"),
  found: "What was found",
  foundWords: (pages: number) => `The searches found ${counted(pages, "page", "pages")}.`,
  notFound: "No search has reported pages.",
  columns: { title: "Group", items: "Items", pages: "Pages", state: "State", act: "Actions" },
  empty: "Nothing to decide yet",
  emptyText:
    "What the searches found is decided about in groups: mail with colleagues, support tickets, log entries. Add a group by hand, or read in a list of items.",
  add: "Add a group",
  importList: "Read in a list of items",
  importHelp: "A CSV file with a line for each item: group, description, pages, decision, exemption and reason.",
  imported: "A list was read in",
  faults: (count: number) => `${counted(count, "line", "lines")} could not be used`,
  closeImported: "Hide this",
  decide: "Decide",
  decideOf: (title: string) => `Decide about ${title}`,
  decideAgain: "Decide again",
  decideAgainOf: (title: string) => `Decide again about ${title}`,
  neutral: "The letter neither confirms nor denies this.",
  group: {
    title: "Add a group",
    intro: "A decision is for a whole group: put together what will be treated alike.",
    name: "What it holds",
    nameHelp: "Such as “Mail with the support team”. The letter may name it.",
    items: "Items",
    itemsUnit: "items",
    pages: "Pages",
    pagesUnit: "pages",
    notNumber: "Enter a whole number.",
    submit: "Add the group",
    done: (title: string) => `${title} was added.`,
  },
  deciding: {
    what: "What happens with it",
    exemption: "Exemption",
    exemptionHelp: "The common ones come first. What is not on the list is no reason.",
    source: (source: string) => `Where it stands: ${source}.`,
    test: "To be written down",
    others: "Somebody else can be recognised in it",
    othersHelp: "Their interests are weighed before it goes out.",
    weighed: "Weighing",
    weighedHelp: "Write beside each what you found.",
    factors: [
      "Kind of information:",
      "Duty of confidence:",
      "Steps taken for their agreement:",
      "Whether they can agree:",
      "Whether they refused:",
    ],
    outcome: "What the weighing came to",
    reason: "Reason",
    reasonHelp: "Why this exemption applies to what this group holds.",
    naming: "In the letter",
    submit: "Record decision",
    done: (title: string) => `Decided about ${title}.`,
  },
  company: {
    heading: "The company’s decision",
    intro: "You advise; the company decides. Both are kept, by name.",
    none: "No decision of the company is recorded.",
    open: "Record the decision",
    openAgain: "Record a new decision",
    title: "The company’s decision",
    advice: "Your advice",
    outcome: "What was decided",
    decidedBy: "Decided by",
    role: "Role",
    standing: "How it stands to your advice",
    whyNot: "Why your advice was not followed",
    reason: "Reasons",
    on: "Decided on",
    submit: "Record decision",
    done: "The decision is recorded.",
    facts: { advice: "Advice", decidedBy: "Decided by", reason: "Reasons", whyNot: "Why not as advised" },
  },
  pack: {
    heading: "Release pack",
    intro: "The very files that go out, in order, with their pages and hashes.",
    none: "Nothing has been put together yet.",
    noDocuments:
      "No kept document is for release. Keep what was found, or what is to go out, under Documents; a proof of identity cannot go out.",
    toDocuments: "Go to Documents",
    open: "Put the pack together",
    openAgain: "Put it together again",
    title: "Put the release pack together",
    chosen: "What goes out, in order",
    left: "What stays here",
    chosenEmpty: "Nothing is chosen yet.",
    purposes: { found: "found in the search", released: "for release" },
    nothing: "Choose at least one document.",
    submit: "Put together",
    done: (files: number) => `The pack has ${counted(files, "file", "files")}.`,
    table: "Files of the release pack",
    columns: { place: "No.", name: "File", pages: "Pages", hash: "SHA-256" },
    notCounted: "not counted",
    madeOn: (day: string, pages: number) => `Put together ${day}, ${counted(pages, "page", "pages")} in all.`,
    hash: "Hash of the list",
    hashCopied: "Hash copied.",
    inLetter: "The answer names as enclosed",
    gone: "Destroyed file",
  },
};
