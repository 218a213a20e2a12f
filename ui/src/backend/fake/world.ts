/** What the pretend core remembers, and what its areas share. */
import { type AnswerOf, type CommandName, Problem, type RequestOf } from "../backend";
import type { GateState } from "../generated/GateState";
import type { SettingsView } from "../generated/SettingsView";
import type { SetupStep } from "../generated/SetupStep";
import type { Topic } from "../generated/Topic";
import { caseView, type FakeCase, seedCases } from "./cases";
import type { FakeLetter } from "./letters";

export type FakeOptions = {
  gate?: GateState;
  setup?: SetupStep;
  cases?: number;
  today?: string;
  /** What is said of the computer's own time, if it went back. */
  timeWarning?: string;
  /** Whether the regulator's facts were confirmed (LAW-6); they were, unless told. */
  isRegulatorConfirmed?: boolean;
  /** How long each answer takes, in milliseconds. */
  delay?: number;
};

export type World = {
  gate: GateState;
  setup: SetupStep;
  today: string;
  timeWarning: string | null;
  wasLocked: boolean;
  passphrase: string;
  settings: SettingsView;
  drafts: Map<string, string>;
  cases: FakeCase[];
  lists: FakeCase[][];
  made: number;
};

const emptySettings: SettingsView = {
  organisation: {
    name: "",
    companyNumber: "",
    registeredIn: "England and Wales",
    registeredOffice: [],
    address: [],
    email: "",
    phone: "",
    website: "",
    dpoName: "",
    dpoRole: "Data Protection Officer",
    officeNation: "EW",
  },
  regulator: {
    name: "Information Commissioner's Office",
    shortName: "ICO",
    address: [],
    phone: "0303 123 1113",
    website: "ico.org.uk",
    complaintLink: "ico.org.uk/make-a-complaint",
    confirmed: false,
    confirmedOn: null,
    warning: null,
  },
  envelope: {
    preset: "uk_dl",
    width: 2200,
    height: 1100,
    windowLeft: 200,
    windowBottom: 180,
    windowWidth: 900,
    windowHeight: 350,
    fold: "at105And210",
  },
  desk: {
    targetDays: 20,
    postMarginFirst: 2,
    postMarginSecond: 4,
    idCloseMonths: 1,
    clarificationCloseMonths: 1,
    idleMinutes: 15,
  },
  revision: 0,
};

export const refuse = (rule: string, reason: string, remedy: string): never => {
  throw new Problem({ kind: "refused", refused: { rule, reason, remedy } });
};
export const invalid = (field: string, message: string): never => {
  throw new Problem({ kind: "invalid", fields: [{ field, message }] });
};

export function makeWorld(options: FakeOptions): World {
  const today = options.today ?? "2026-11-22";
  const gate = options.gate ?? "open";
  const isNew = gate === "none" || options.setup === "recoveryKey" || options.setup === "organisation";
  const settings = structuredClone(emptySettings);
  if (!isNew) {
    settings.organisation.name = "Expert CRM Services Limited";
    settings.regulator.confirmed = options.isRegulatorConfirmed ?? true;
    settings.regulator.confirmedOn = settings.regulator.confirmed ? "2026-10-01" : null;
  }
  return {
    gate,
    setup: options.setup ?? (gate === "none" ? "recoveryKey" : "done"),
    today,
    timeWarning: options.timeWarning ?? null,
    wasLocked: false,
    passphrase: "marble otter lantern quiet",
    settings,
    drafts: new Map(),
    cases: isNew ? [] : seedCases(options.cases ?? 12, today),
    lists: [],
    made: 0,
  };
}

export type Answers = { [N in CommandName]: (request: RequestOf<N>) => { value: AnswerOf<N>; topics?: Topic[] } };

/** What an area exports: the handlers of its commands over one world. */
export type Handlers = Partial<Answers>;

export function newId(world: World): string {
  world.made += 1;
  return `10000000-0000-7000-8000-${String(world.made).padStart(12, "0")}`;
}

export function findCase(world: World, id: string): FakeCase {
  const found = world.cases.find((one) => one.id === id);
  if (found === undefined) throw new Problem({ kind: "notFound", message: "There is no such case in this casebook." });
  return found;
}

export function findLetter(world: World, id: string): { letter: FakeLetter; of: FakeCase } {
  for (const of of world.cases) {
    const letter = of.letters.find((one) => one.id === id);
    if (letter !== undefined) return { letter, of };
  }
  throw new Problem({ kind: "notFound", message: "There is no such letter in this casebook." });
}

export function sameVersion(of: FakeCase, version: number): void {
  if (of.history.length !== version) {
    throw new Problem({ kind: "conflict", message: "Something was recorded in this case after you opened it." });
  }
}

export const changedCase = (world: World, of: FakeCase) => ({
  value: caseView(of, world.today),
  topics: [{ of: "case", case: of.id }, { of: "cases" }] satisfies Topic[],
});
