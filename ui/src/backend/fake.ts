/**
 * A pretend core for the browser during development and for tests of the page. It keeps everything in memory, knows
 * little law, and is never part of the built page.
 */
import { words } from "../words/en-GB";
import { type AnswerOf, type Backend, type Changed, type CommandName, Problem, type RequestOf } from "./backend";
import { caseRow, caseView, event, type FakeCase, listCases, openCase, seedCases } from "./fake/cases";
import { fakeClock } from "./fake/clock";
import { beginLetter, type FakeLetter, letterPdf, letterTitle, letterView } from "./fake/letters";
import type { GateState } from "./generated/GateState";
import type { IpcError } from "./generated/IpcError";
import type { SettingsView } from "./generated/SettingsView";
import type { SetupStep } from "./generated/SetupStep";
import type { Topic } from "./generated/Topic";

export type FakeOptions = {
  gate?: GateState;
  setup?: SetupStep;
  cases?: number;
  today?: string;
  /** Whether the regulator's facts were confirmed (LAW-6); they were, unless told. */
  isRegulatorConfirmed?: boolean;
  /** How long each answer takes, in milliseconds. */
  delay?: number;
};

type World = {
  gate: GateState;
  setup: SetupStep;
  today: string;
  passphrase: string;
  settings: SettingsView;
  drafts: Map<string, string>;
  cases: FakeCase[];
  lists: FakeCase[][];
  made: number;
};

export type Fake = Backend & {
  /** What the core would have changed by itself. */
  tell: (topics: Topic[]) => void;
  /** The next call of this name fails with this error. */
  failNext: (name: CommandName, error: IpcError) => void;
  /** Every call so far, oldest first. */
  calls: { name: CommandName; request: unknown }[];
  lockItself: () => void;
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
  revision: 0,
};

const refuse = (rule: string, reason: string, remedy: string): never => {
  throw new Problem({ kind: "refused", refused: { rule, reason, remedy } });
};
const invalid = (field: string, message: string): never => {
  throw new Problem({ kind: "invalid", fields: [{ field, message }] });
};

function makeWorld(options: FakeOptions): World {
  const today = options.today ?? "2026-11-22";
  const gate = options.gate ?? "open";
  const isNew = gate === "none" || options.setup === "recoveryKey" || options.setup === "organisation";
  const settings = structuredClone(emptySettings);
  if (!isNew) {
    settings.organisation.name = "Expert CRM Services Limited";
    settings.regulator.confirmed = options.isRegulatorConfirmed ?? true;
  }
  return {
    gate,
    setup: options.setup ?? (gate === "none" ? "recoveryKey" : "done"),
    today,
    passphrase: "marble otter lantern quiet",
    settings,
    drafts: new Map(),
    cases: isNew ? [] : seedCases(options.cases ?? 12, today),
    lists: [],
    made: 0,
  };
}

type Answers = { [N in CommandName]: (request: RequestOf<N>) => { value: AnswerOf<N>; topics?: Topic[] } };

function answersOf(world: World): Answers {
  const newId = () => {
    world.made += 1;
    return `10000000-0000-7000-8000-${String(world.made).padStart(12, "0")}`;
  };
  const gateStatus = () => ({ state: world.gate, problem: null, madeUp: world.cases.length > 0 });
  const home = () => ({
    setup: world.setup,
    organisation: world.settings.organisation.name,
    today: world.today,
    todayWords: words.dates.long(world.today),
    version: "0.1.0",
    openCases: world.cases.filter((one) => one.resolution === null).length,
    lettersToSend: 0,
    readOnly: null,
  });
  const findCase = (id: string): FakeCase => {
    const found = world.cases.find((one) => one.id === id);
    if (found === undefined)
      throw new Problem({ kind: "notFound", message: "There is no such case in this casebook." });
    return found;
  };
  const findLetter = (id: string): { letter: FakeLetter; of: FakeCase } => {
    for (const of of world.cases) {
      const letter = of.letters.find((one) => one.id === id);
      if (letter !== undefined) return { letter, of };
    }
    throw new Problem({ kind: "notFound", message: "There is no such letter in this casebook." });
  };
  const sameVersion = (of: FakeCase, version: number) => {
    if (of.history.length !== version) {
      throw new Problem({ kind: "conflict", message: "Something was recorded in this case after you opened it." });
    }
  };
  const viewOf = (letter: FakeLetter, of: FakeCase) => letterView(letter, of, world.settings.regulator.confirmed);
  const changedCase = (of: FakeCase) => ({
    value: caseView(of, world.today),
    topics: [{ of: "case", case: of.id }, { of: "cases" }] satisfies Topic[],
  });
  const recoveryKey = () => ({
    groups: ["K7QW", "M3HD", "9RTV", "XB2F", "J6NP", "4CYS", "G8ZK", "W5LA", "3E"],
    ask: [3, 7],
  });

  return {
    gate_status: () => ({ value: gateStatus() }),
    passphrase_judge: ({ passphrase }) => {
      const accepted = passphrase.length >= 14 && passphrase.trim().split(/\s+/).length >= 3;
      const sentence = accepted
        ? "Strong: guessing it would take longer than anyone has."
        : "Too easy to guess. Add another word that does not belong to the others.";
      return { value: { accepted, sentence } };
    },
    casebook_create: ({ passphrase, again }) => {
      if (passphrase.length < 14) invalid("passphrase", "Choose a longer passphrase: at least fourteen characters.");
      if (passphrase !== again) invalid("again", "The second passphrase differs from the first. Type it again.");
      world.passphrase = passphrase;
      world.gate = "open";
      return { value: recoveryKey(), topics: [{ of: "gate" }] };
    },
    casebook_unlock: ({ passphrase, recoveryKey: key }) => {
      const typed = (key ?? "").replace(/[\s-]/g, "").toUpperCase();
      if (passphrase !== world.passphrase && typed !== recoveryKey().groups.join("")) {
        throw new Problem({
          kind: "wrongPassphrase",
          message: "Check capital letters and the keyboard layout, then type it again.",
          waitSeconds: 0,
        });
      }
      world.gate = "open";
      return { value: gateStatus(), topics: [{ of: "gate" }] };
    },
    casebook_lock: () => {
      world.gate = "locked";
      return { value: gateStatus(), topics: [{ of: "gate" }] };
    },
    home_read: () => ({ value: home() }),
    recovery_renew: () => ({ value: recoveryKey() }),
    recovery_confirm: ({ groups }) => {
      const key = recoveryKey();
      for (const [place, number] of key.ask.entries()) {
        if ((groups[place] ?? "").trim().toUpperCase() !== key.groups[number - 1]) {
          invalid(`groups.${place}`, `Group ${number} is not as shown. Look at your paper and type it again.`);
        }
      }
      world.setup = "organisation";
      return { value: home(), topics: [{ of: "gate" }] };
    },
    settings_read: () => ({ value: structuredClone(world.settings) }),
    settings_save: (request) => {
      const fields = [];
      if (request.organisation.name.trim() === "") {
        fields.push({ field: "organisation.name", message: "Give the registered name of the organisation." });
      }
      if (!/^[A-Z0-9]{8}$/i.test(request.organisation.companyNumber)) {
        fields.push({ field: "organisation.companyNumber", message: "A company number has eight characters." });
      }
      if (fields.length > 0) throw new Problem({ kind: "invalid", fields });
      const { confirmed } = request.regulator;
      world.settings = structuredClone({ ...request, revision: world.settings.revision + 1 });
      if (confirmed) world.settings.regulator.confirmedOn = world.today;
      world.setup = "done";
      return { value: structuredClone(world.settings), topics: [{ of: "settings" }, { of: "gate" }] };
    },
    draft_read: ({ form }) => ({ value: { body: world.drafts.get(form) ?? "" } }),
    draft_keep: ({ form, body }) => {
      world.drafts.set(form, body);
      return { value: {} };
    },
    intake_preview: ({ receivedOn, text }) => {
      const advisories = text.includes("\u200b") ? ["The text holds characters that cannot be seen."] : [];
      if (receivedOn === null) return { value: { clocks: [], problem: null, advisories } };
      if (receivedOn > world.today) {
        return { value: { clocks: [], problem: "That day has not come yet.", advisories } };
      }
      const clock = fakeClock({ receivedOn, waitingSince: null, answeredOn: null, isClosed: false }, world.today);
      return { value: { clocks: [clock], problem: null, advisories } };
    },
    request_receive: (request) => {
      if (request.name.trim() === "") invalid("name", "Give the name of the person the data is about.");
      if (request.receivedOn > world.today) invalid("receivedOn", "That day has not come yet.");
      const opened = openCase(newId(), 42 + world.cases.length, request);
      world.cases.unshift(opened);
      return changedCase(opened);
    },
    cases_open: (query) => {
      const found = listCases(world.cases, query, world.today);
      world.lists.push(found);
      return { value: { list: world.lists.length - 1, count: found.length, all: world.cases.length } };
    },
    cases_rows: ({ list, from, len }) => {
      const rows = (world.lists[list] ?? []).slice(from, from + len).map((one) => caseRow(one, world.today));
      return { value: { from, rows } };
    },
    case_read: ({ case: id }) => ({ value: caseView(findCase(id), world.today) }),
    case_record: ({ case: id, version, what, on, text }) => {
      const of = findCase(id);
      sameVersion(of, version);
      const { name, needsText } = words.happenings[what];
      if (needsText && text.trim() === "") invalid("text", `Write it down: ${name.toLowerCase()}.`);
      if (what === "identityAsked" || what === "clarificationAsked") {
        of.waitingSince = on;
        of.waitingFor = what === "identityAsked" ? "identity" : "clarification";
      } else if (what !== "noteWritten") {
        of.waitingSince = null;
        of.waitingFor = null;
      }
      if (what === "answeredOutside" || what === "withdrawn") of.answeredOn = on;
      of.history.push(event(on, what, `${name}.`, text));
      return changedCase(of);
    },
    party_change: ({ case: id, version, name, salutation, address, email, phone }) => {
      const of = findCase(id);
      sameVersion(of, version);
      if (name.trim() === "") invalid("name", "Give the name of the person.");
      Object.assign(of, { name, salutation, address, email, phone });
      of.history.push(event(world.today, "party.changed", "Name or address was changed."));
      return changedCase(of);
    },
    case_close: ({ case: id, version, resolution, reason }) => {
      const of = findCase(id);
      sameVersion(of, version);
      if (resolution === "answered" && of.answeredOn === null) {
        refuse("TIME-15", "No answer has been sent.", "Send the answer and record it, or say how else the case ended.");
      }
      if (resolution !== "answered" && reason.trim() === "")
        invalid("reason", "Say why the case ends without an answer.");
      of.resolution = words.resolutions[resolution].name.toLowerCase();
      of.history.push(event(world.today, "case.closed", `Case closed: ${of.resolution}.`));
      return changedCase(of);
    },
    case_reopen: ({ case: id, version, reason }) => {
      const of = findCase(id);
      sameVersion(of, version);
      if (reason.trim() === "") invalid("reason", "Say why the case is opened again.");
      of.resolution = null;
      of.history.push(event(world.today, "case.reopened", "Case opened again."));
      return changedCase(of);
    },
    case_export: ({ case: id, reason }) => {
      const of = findCase(id);
      if (reason.trim() === "") invalid("reason", "Say for whom and why.");
      of.history.push(event(world.today, "case.exported", "History exported."));
      const value = {
        folderName: `${of.reference} history`,
        files: 11,
        manifestSha256: "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc",
        checked: "Every file was read back and is as written; the history verifies.",
      };
      return { value, topics: [{ of: "case", case: of.id }] };
    },
    letter_begin: ({ case: id, kind }) => {
      const of = findCase(id);
      let letter = of.letters.find((one) => one.kind === kind && one.state === "draft");
      if (letter === undefined) {
        letter = beginLetter(newId(), kind, of, world.today);
        of.letters.push(letter);
      }
      return { value: viewOf(letter, of), topics: changedCase(of).topics };
    },
    letter_read: ({ letter: id }) => {
      const { letter, of } = findLetter(id);
      return { value: viewOf(letter, of) };
    },
    letter_keep: ({ letter: id, revision, ...edited }) => {
      const { letter, of } = findLetter(id);
      if (letter.revision !== revision) {
        throw new Problem({ kind: "conflict", message: "This draft was kept from another window." });
      }
      Object.assign(letter, structuredClone(edited), { revision: revision + 1 });
      return { value: viewOf(letter, of) };
    },
    letter_discard: ({ letter: id }) => {
      const { of } = findLetter(id);
      of.letters = of.letters.filter((one) => one.id !== id);
      return changedCase(of);
    },
    letter_make_final: ({ letter: id }) => {
      const { letter, of } = findLetter(id);
      letter.state = "final";
      letter.number = `${of.reference}/${of.letters.filter((one) => one.number !== null).length + 1}`;
      of.history.push(event(world.today, "letter.finalised", `${letterTitle(letter)} made final.`, letter.number));
      return { value: viewOf(letter, of), topics: changedCase(of).topics };
    },
    letter_save_pdf: ({ letter: id }) => {
      const { letter, of } = findLetter(id);
      return { value: { fileName: `${(letter.number ?? of.reference).replace("/", "-")}.pdf`, sha256: "9f2c" } };
    },
    letter_record_sent: ({ letter: id, on, channel, class: postal }) => {
      const { letter, of } = findLetter(id);
      if (on > world.today) invalid("on", "That day has not come yet.");
      const way = postal === null ? words.channels[channel] : words.postalClasses[postal];
      letter.state = "sent";
      letter.sent = { channel, on, words: `Sent ${words.dates.plain(on)}, ${way}` };
      if (letter.kind === "L07") of.answeredOn = on;
      of.history.push(event(on, "letter.sent", `${letterTitle(letter)} sent, ${way}.`));
      return changedCase(of);
    },
    letter_void: ({ letter: id, reason }) => {
      const { letter, of } = findLetter(id);
      if (reason.trim() === "") invalid("reason", "Say why the letter is void.");
      letter.state = "void";
      of.history.push(event(world.today, "letter.voided", `${letterTitle(letter)} declared void.`));
      return changedCase(of);
    },
  };
}

export function makeFake(options: FakeOptions = {}): Fake {
  const world = makeWorld(options);
  const answers = answersOf(world);
  const listeners = new Set<(changed: Changed) => void>();
  const locking = new Set<() => void>();
  const failures = new Map<CommandName, IpcError>();
  const calls: Fake["calls"] = [];
  const wait = () => new Promise((done) => setTimeout(done, options.delay ?? 0));
  const tell = (topics: Topic[]) => {
    for (const listener of listeners) listener({ topics });
  };

  return {
    calls,
    tell,
    failNext: (name, error) => void failures.set(name, error),
    lockItself: () => {
      world.gate = "locked";
      for (const listener of locking) listener();
    },
    call: async (name, request) => {
      calls.push({ name, request });
      await wait();
      const failure = failures.get(name);
      if (failure !== undefined) {
        failures.delete(name);
        throw new Problem(failure);
      }
      // As through the real door: what crosses is a copy.
      const { value, topics = [] } = answers[name](structuredClone(request));
      if (topics.length > 0) setTimeout(() => tell(topics), 0);
      return structuredClone(value);
    },
    blob: async (id) => {
      await wait();
      for (const of of world.cases) {
        const letter = of.letters.find((one) => id.startsWith(`letter/${one.id}/`));
        if (letter !== undefined) return letterPdf(letter, of, world.settings.organisation.name);
      }
      throw new Problem({ kind: "notFound", message: "There is no such letter in this casebook." });
    },
    onChanged: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    onLocking: (listen) => {
      locking.add(listen);
      return () => void locking.delete(listen);
    },
  };
}

/** For a browser: `?gate=none`, `?gate=locked`, `?cases=100000`, `?setup=organisation`, `?today=2026-11-25`. */
export function startFake(search: string): Backend {
  const asked = new URLSearchParams(search);
  const gates: readonly GateState[] = ["none", "locked", "open"];
  const setups: readonly SetupStep[] = ["recoveryKey", "organisation", "done"];
  const gate = gates.find((one) => one === asked.get("gate"));
  const setup = setups.find((one) => one === asked.get("setup"));
  const today = asked.get("today");
  return makeFake({
    cases: Number(asked.get("cases") ?? "36"),
    delay: 5,
    ...(gate !== undefined && { gate }),
    ...(setup !== undefined && { setup }),
    ...(today !== null && { today }),
  });
}
