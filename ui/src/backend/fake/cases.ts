/** Cases of the pretend core. */
import { parseDate } from "@internationalized/date";
import { words } from "../../words/en-GB";
import type { CaseFilter } from "../generated/CaseFilter";
import type { CaseRow } from "../generated/CaseRow";
import type { CaseSort } from "../generated/CaseSort";
import type { CasesQuery } from "../generated/CasesQuery";
import type { CaseView } from "../generated/CaseView";
import type { ChannelCode } from "../generated/ChannelCode";
import type { ClockView } from "../generated/ClockView";
import type { ContactView } from "../generated/ContactView";
import type { DecisionView } from "../generated/DecisionView";
import type { DocumentView } from "../generated/DocumentView";
import type { EndingView } from "../generated/EndingView";
import type { HappeningCode } from "../generated/HappeningCode";
import type { HistoryEntry } from "../generated/HistoryEntry";
import type { LinkView } from "../generated/LinkView";
import type { NextAction } from "../generated/NextAction";
import type { NextStep } from "../generated/NextStep";
import type { NextView } from "../generated/NextView";
import type { PackView } from "../generated/PackView";
import type { PartyView } from "../generated/PartyView";
import type { RightCode } from "../generated/RightCode";
import type { RoleCode } from "../generated/RoleCode";
import type { TaskRow } from "../generated/TaskRow";
import type { WhoToUsCode } from "../generated/WhoToUsCode";
import { fakeClock } from "./clock";
import { decisionSheet, type FakeGroup, seedGroups } from "./decision";
import { seedDocuments } from "./documents";
import { type FakeLetter, letterTitle, stateWords } from "./letters";
import { people, requests } from "./people";
import { type FakeSearch, searchSheet, seedSearches } from "./search";

export type FakeEvent = { on: string; kind: string; sentence: string; aside: string; isStruck?: boolean };

type FakeParty = Pick<PartyView, "party" | "name" | "salutation" | "address" | "email" | "phone"> & { role: RoleCode };

export type FakeCase = {
  id: string;
  reference: string;
  name: string;
  salutation: string;
  address: string[];
  email: string;
  phone: string;
  text: string;
  channel: ChannelCode;
  receivedOn: string;
  waitingSince: string | null;
  waitingFor: "identity" | "clarification" | null;
  answeredOn: string | null;
  resolution: string | null;
  letters: FakeLetter[];
  searches: FakeSearch[];
  groups: FakeGroup[];
  decision: DecisionView | null;
  pack: PackView | null;
  documents: DocumentView[];
  history: FakeEvent[];
  person: string;
  personKind: WhoToUsCode | null;
  rights: RightCode[];
  identity: string;
  contact: ContactView;
  others: FakeParty[];
  tasks: TaskRow[];
  links: LinkView[];
};

const noWishes: ContactView = {
  replyBy: null,
  print: "standard",
  needs: "",
  safeContact: "",
  language: "",
  words: "",
};

const checkLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

function referenceOf(number: number): string {
  const digits = `SR2026${String(number).padStart(4, "0")}`;
  let rest = 0;
  for (const digit of digits) rest = (rest * 36 + Number.parseInt(digit, 36)) % 23;
  return `SR-2026-${String(number).padStart(4, "0")}-${checkLetters[rest]}`;
}

const channelWords: Record<ChannelCode, string> = {
  post: "by post",
  email: "by e-mail",
  hand: "by hand",
  phone: "by telephone",
  webForm: "through a web form",
  socialMedia: "through social media",
  portal: "through a portal",
  secureLink: "through a secure link",
  collected: "in person",
  other: "another way",
};

type Opening = Pick<
  FakeCase,
  "name" | "salutation" | "address" | "email" | "phone" | "text" | "channel" | "receivedOn"
> &
  Partial<Pick<FakeCase, "personKind" | "rights" | "person">>;

export function openCase(id: string, number: number, opening: Opening): FakeCase {
  return {
    ...opening,
    id,
    salutation: opening.salutation === "" ? `Dear ${opening.name}` : opening.salutation,
    reference: referenceOf(number),
    waitingSince: null,
    waitingFor: null,
    answeredOn: null,
    resolution: null,
    letters: [],
    searches: [],
    groups: [],
    decision: null,
    pack: null,
    documents: [],
    person: opening.person ?? `person-of-${id}`,
    personKind: opening.personKind ?? null,
    rights: opening.rights ?? ["access"],
    identity: "",
    contact: noWishes,
    others: [],
    tasks: [],
    links: [],
    history: [
      {
        on: opening.receivedOn,
        kind: "request.received",
        sentence: `Request received ${channelWords[opening.channel]}.`,
        aside: "",
      },
    ],
  };
}

/** Cases received over the last weeks, some waiting, some answered, so that every mark is seen. */
export function seedCases(count: number, today: string): FakeCase[] {
  return Array.from({ length: count }, (_, index) => {
    const someone = people[index % people.length];
    if (someone === undefined) throw new Error("people is empty");
    const receivedOn = parseDate(today)
      .subtract({ days: 4 + ((index * 7) % 60) })
      .toString();
    const made = openCase(`00000000-0000-7000-8000-${String(index + 1).padStart(12, "0")}`, 42 + index, {
      ...someone,
      phone: "",
      text: requests[index % requests.length] ?? "",
      channel: index % 3 === 0 ? "post" : "email",
      receivedOn,
    });
    if (index % 7 === 2) {
      made.waitingSince = parseDate(receivedOn).add({ days: 2 }).toString();
      made.waitingFor = "identity";
      made.history.push(event(made.waitingSince, "identity.asked", "Proof of identity was asked for."));
    } else if (index % 4 === 3) {
      made.answeredOn = parseDate(receivedOn).add({ days: 3 }).toString();
      made.history.push(event(made.answeredOn, "letter.sent", "The answer was posted, 1st class."));
      if (index % 8 === 7) made.resolution = "answered";
    }
    // The fifth is well under way.
    if (index === 4) {
      seedSearches(made, today);
      seedGroups(made);
      seedDocuments(made, today);
    }
    return made;
  });
}

export const event = (on: string, kind: string, sentence: string, aside = ""): FakeEvent => ({
  on,
  kind,
  sentence,
  aside,
});

export const clockOf = (of: FakeCase, today: string): ClockView =>
  fakeClock({ ...of, isClosed: of.resolution !== null }, today);

const statuses = {
  to_answer: "To answer",
  identity: "Identity asked",
  clarification: "Clarification asked",
  answering: "Answering",
  answered: "Answered",
  closed: "Closed",
} as const;

export const statusChoices = Object.entries(statuses).map(([code, said]) => ({ code, words: said }));

function statusOf(of: FakeCase): keyof typeof statuses {
  if (of.resolution !== null) return "closed";
  if (of.answeredOn !== null) return "answered";
  if (of.waitingFor !== null) return of.waitingFor;
  return of.letters.some((letter) => letter.kind === "L07") ? "answering" : "to_answer";
}

const statusWords = (of: FakeCase) => statuses[statusOf(of)];

const doing = (action: NextAction, said: string, part: Partial<NextView> = {}): NextView => ({
  action,
  letter: null,
  kind: null,
  words: said,
  ...part,
});

function nextOf(of: FakeCase, clock: ClockView): NextStep {
  const draft = of.letters.find((letter) => letter.state === "draft");
  const final = of.letters.find((letter) => letter.state === "final");
  if (of.resolution !== null) {
    return { sentence: "This case is closed.", by: null, main: doing("export", "Export history"), others: [] };
  }
  if (of.answeredOn !== null) {
    return {
      sentence: "The answer has gone. The case can be closed.",
      by: null,
      main: doing("close", "Close case"),
      others: [doing("export", "Export history")],
    };
  }
  if (final !== undefined) {
    const letter = { letter: final.id };
    return {
      sentence: `The ${letterTitle(final).toLowerCase()} is final and waits to be sent. ${clock.postByWords}.`,
      by: clock.postByFirst,
      main: doing("recordSent", "Record as sent", letter),
      others: [doing("openLetter", "Go on with the letter", letter)],
    };
  }
  if (of.waitingFor === "identity") {
    return {
      sentence: "Proof of identity was asked for and has not come.",
      by: null,
      main: doing("recordIdentityReceived", "Record that proof came"),
      others: [],
    };
  }
  if (draft !== undefined) {
    return {
      sentence: `The ${letterTitle(draft).toLowerCase()} is a draft. Finish it and post it by ${words.dates.long(clock.postByFirst ?? clock.lastDay ?? of.receivedOn)}.`,
      by: clock.postByFirst,
      main: doing("openLetter", "Go on with the letter", { letter: draft.id }),
      others: [],
    };
  }
  return {
    sentence: `The request waits for its answer, which must be posted by ${words.dates.long(clock.postByFirst ?? of.receivedOn)}.`,
    by: clock.postByFirst,
    main: doing("write", "Write the answer", { kind: "L07" }),
    others: [doing("write", "Write the acknowledgement", { kind: "L01" })],
  };
}

const happenings: readonly HappeningCode[] = [
  "identityAsked",
  "identityReceived",
  "authorityReceived",
  "clarificationAsked",
  "clarificationReceived",
  "feeAsked",
  "extended",
  "answeredOutside",
  "withdrawn",
  "subjectDied",
  "noteWritten",
];

export function caseView(of: FakeCase, today: string): CaseView {
  const clock = clockOf(of, today);
  return {
    case: of.id,
    version: of.history.length,
    reference: of.reference,
    who: of.name,
    summary: `Access, ${channelWords[of.channel]}, received ${words.dates.long(of.receivedOn)}`,
    cameElectronically: ["email", "webForm", "socialMedia", "portal"].includes(of.channel),
    statusWords: statusWords(of),
    urgency: clock.urgency,
    resolutionWords: of.resolution ?? "",
    closed: of.resolution !== null,
    clocks: [clock],
    next: nextOf(of, clock),
    parties: [
      {
        party: `party-of-${of.id}`,
        role: "subject",
        roleWords: "the person the data is about",
        name: of.name,
        salutation: of.salutation,
        address: of.address,
        email: of.email,
        phone: of.phone,
        addressProblems: [],
        contact: of.contact,
        mayAct: false,
        person: of.person,
      },
      ...of.others.map((one) => ({
        ...one,
        roleWords: words.roles[one.role].toLowerCase(),
        addressProblems: [],
        contact: noWishes,
        mayAct: ["representative", "parent_or_guardian", "requester"].includes(one.role),
        person: `person-${one.party}`,
      })),
    ],
    requestText: of.text,
    requestNote: "",
    letters: of.letters.map((letter) => ({
      letter: letter.id,
      kind: letter.kind,
      title: letterTitle(letter),
      state: letter.state,
      stateWords: stateWords(letter),
      number: letter.number,
    })),
    history: historyDays(of),
    mayRecord: of.resolution === null ? [...happenings] : ["noteWritten"],
    likelyRecord: of.waitingFor === "identity" ? "identityReceived" : null,
    fittingLetters: fittingLetters(of),
    head: `${of.history.length} · 7c1d0e93ab42`,
    endings: endingsOf(of),
    closingAdvice: of.rights.some((right) => right !== "access")
      ? [{ rule: "MULTI-1", sentence: "The request also asks for erasure. No answer to that is recorded here." }]
      : [],
    advisories: [],
    search: searchSheet(of, today),
    decision: decisionSheet(of),
    documents: of.documents,
    tasks: of.tasks,
    links: of.links,
    identityWords: of.identity,
    authorityWords: "",
    answerKind: "L07",
    ourRoleWords: "",
    personKind: of.personKind,
  };
}

/** A case's story in a few words, as it is told of earlier cases. */
export const summaryOf = (of: FakeCase) => `Access, received ${words.dates.plain(of.receivedOn)}`;

function fittingLetters(of: FakeCase): CaseView["fittingLetters"] {
  if (of.resolution !== null || of.answeredOn !== null) return [];
  const others: CaseView["fittingLetters"] = [
    { kind: "L01", words: "Write the acknowledgement" },
    { kind: "L04", words: "Write the request for clarification" },
  ];
  const isSent = of.letters.some(({ kind }) => kind === "L01");
  return [{ kind: "L07", words: "Write the access answer" }, ...others.filter(({ kind }) => kind !== "L01" || !isSent)];
}

function endingsOf(of: FakeCase): EndingView[] {
  if (of.resolution !== null) return [];
  const unfit = (rule: string, reason: string, remedy: string) => ({ rule, reason, remedy });
  return [
    {
      resolution: "answered",
      refused:
        of.answeredOn === null
          ? unfit(
              "TIME-15",
              "No answer has been sent.",
              "Send the answer and record it, or say how else the case ended.",
            )
          : null,
    },
    {
      resolution: "notVerified",
      refused:
        of.waitingFor === "identity"
          ? null
          : unfit("ID-4", "No proof is waited for.", "Ask for proof first, or say how else the case ended."),
    },
    { resolution: "openedInError", refused: null },
  ];
}

/** What the DPO saw or heard can be corrected; what the application itself did cannot. */
const correctable = ["request.received", "noteWritten", "identityAsked", "identityReceived", "task.set"];

function historyDays(of: FakeCase): CaseView["history"] {
  const days: CaseView["history"] = [];
  for (const [index, { on, kind, sentence, aside, isStruck = false }] of of.history.entries()) {
    const entry: HistoryEntry = {
      seq: index + 1,
      sentence,
      aside,
      recorded: `${words.dates.plain(on)}, 09:12`,
      kind: kind === "noteWritten" ? "note.written" : kind,
      hash: "3b5d1f7a9c0e2468ace013579bdf02468ace13579bdf02468ace13579bdf0246",
      who: "dpo",
      isStruck,
      mayBeCorrected: !isStruck && correctable.includes(kind),
      wantsDay: kind === "request.received",
    };
    const day = days.find((one) => one.on === on);
    if (day === undefined) days.push({ on, words: words.dates.short(on), entries: [entry] });
    else day.entries.push(entry);
  }
  return days.sort((one, other) => one.on.localeCompare(other.on));
}

export function caseRow(of: FakeCase, today: string): CaseRow {
  const clock = clockOf(of, today);
  const next = nextOf(of, clock).main?.action;
  const nextWords: Record<string, string> = {
    write: "Answer",
    openLetter: "Finish letter",
    recordSent: "Record as sent",
    recordIdentityReceived: "Chase",
    close: "Close",
  };
  return {
    case: of.id,
    reference: of.reference,
    who: of.name,
    what: "Access",
    status: statusOf(of),
    statusWords: statusWords(of),
    urgency: clock.urgency,
    receivedOn: of.receivedOn,
    receivedWords: words.dates.short(of.receivedOn).replace(/^\w+ /, ""),
    lastDay: clock.lastDay,
    lastDayWords: clock.lastDay === null ? "" : words.dates.short(clock.lastDay).replace(/ \d{4}$/, ""),
    leftWords: of.answeredOn !== null || of.resolution !== null ? "Answered in time" : clock.leftWords,
    next: nextWords[next ?? ""] ?? "",
  };
}

function fits(of: FakeCase, filter: CaseFilter, today: string): boolean {
  const { urgency } = clockOf(of, today);
  const isOpen = of.resolution === null;
  switch (filter) {
    case "open":
      return isOpen;
    case "overdue":
    case "dueSoon":
    case "waiting":
      return isOpen && urgency === filter;
    case "closed":
      return !isOpen;
    case "all":
      return true;
  }
}

const isDue = (lastDay: string | null, from: string | undefined, to: string | undefined) =>
  (from === undefined && to === undefined) || (lastDay !== null && lastDay >= (from ?? "") && lastDay <= (to ?? "9"));

export function listCases(cases: readonly FakeCase[], query: CasesQuery, today: string): FakeCase[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const looked = plain(query.text);
  const found = cases.filter(
    (one) =>
      fits(one, query.filter, today) &&
      (query.kind === undefined || one.reference.startsWith(query.kind)) &&
      (query.right === undefined || query.right === "access") &&
      (query.status === undefined || statusOf(one) === query.status) &&
      isDue(clockOf(one, today).lastDay, query.dueFrom, query.dueTo) &&
      (looked === "" || plain(`${one.name} ${one.reference} ${one.text}`).includes(looked)),
  );
  const key: Record<CaseSort, (of: FakeCase) => string> = {
    mostUrgent: (of) => `${clockOf(of, today).urgency === "done" ? 1 : 0} ${clockOf(of, today).lastDay}`,
    newest: (of) => of.reference,
    reference: (of) => of.reference,
    name: (of) => of.name,
    right: () => "access",
    status: (of) => statusOf(of),
  };
  const keyed = found.map((of) => ({ of, at: key[query.sort](of) }));
  keyed.sort((one, other) => one.at.localeCompare(other.at));
  if ((query.sort === "newest") !== (query.reversed === true)) keyed.reverse();
  return keyed.map(({ of }) => of);
}
