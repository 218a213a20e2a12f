/**
 * A pretend core for the browser during development and for tests of the page. It keeps everything in memory, knows
 * little law, and is never part of the built page. Each area of commands has its file in fake/.
 */
import { type Backend, type Changed, type CommandName, Problem, type ProgressShown } from "./backend";
import { caseHandlers } from "./fake/case";
import { decisionHandlers } from "./fake/decision";
import { documentHandlers } from "./fake/documents";
import { gateHandlers } from "./fake/gate";
import { helpHandlers } from "./fake/help";
import { holidaysHandlers } from "./fake/holidays";
import { intakeHandlers } from "./fake/intake";
import { letterHandlers } from "./fake/letter";
import { letterPdf } from "./fake/letters";
import { listsHandlers } from "./fake/lists";
import { papersHandlers } from "./fake/papers";
import { printHandlers } from "./fake/print";
import { registersHandlers } from "./fake/registers";
import { reportHandlers } from "./fake/reports";
import { safetyHandlers } from "./fake/safety";
import { searchHandlers } from "./fake/search";
import { settingsHandlers } from "./fake/settings";
import { todayHandlers } from "./fake/today";
import { type Answers, type FakeOptions, makeWorld } from "./fake/world";
import type { GateState } from "./generated/GateState";
import type { IpcError } from "./generated/IpcError";
import type { SetupStep } from "./generated/SetupStep";
import type { Topic } from "./generated/Topic";

export type { FakeOptions };

export type Fake = Backend & {
  /** What the core would have changed by itself. */
  tell: (topics: Topic[]) => void;
  /** The next call of this name fails with this error. */
  failNext: (name: CommandName, error: IpcError) => void;
  /** Every call so far, oldest first. */
  calls: { name: CommandName; request: unknown }[];
  lockItself: () => void;
  /** The program is about to end, or stays after all. */
  close: (isClosing: boolean) => void;
  /** Long work has come so far. */
  progress: (shown: ProgressShown) => void;
};

export function makeFake(options: FakeOptions = {}): Fake {
  const world = makeWorld(options);
  const answers: Answers = {
    ...gateHandlers(world),
    ...settingsHandlers(world),
    ...registersHandlers(world),
    ...holidaysHandlers(world),
    ...safetyHandlers(world),
    ...intakeHandlers(world),
    ...todayHandlers(world),
    ...listsHandlers(world),
    ...caseHandlers(world),
    ...searchHandlers(world),
    ...decisionHandlers(world),
    ...documentHandlers(world),
    ...papersHandlers(world),
    ...letterHandlers(world),
    ...reportHandlers(world),
    ...helpHandlers(),
    ...printHandlers(),
  };
  const listeners = new Set<(changed: Changed) => void>();
  const locking = new Set<() => void>();
  const closing = new Set<(isClosing: boolean) => void>();
  const progress = new Set<(shown: ProgressShown) => void>();
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
      world.wasLocked = true;
      for (const listener of locking) listener();
    },
    close: (isClosing) => {
      for (const listener of closing) listener(isClosing);
    },
    progress: (shown) => {
      for (const listener of progress) listener(shown);
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
    onClosing: (listen) => {
      closing.add(listen);
      return () => void closing.delete(listen);
    },
    onProgress: (listen) => {
      progress.add(listen);
      return () => void progress.delete(listen);
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
