/**
 * The page's only door to the core. Screens never see which implementation stands behind it: Tauri in the window
 * (tauri.ts), or the pretend one for a browser and for tests (fake.ts).
 */
import type { CommandMap } from "./generated/commands";
import type { IpcError } from "./generated/IpcError";
import type { Topic } from "./generated/Topic";

export type CommandName = keyof CommandMap;
export type RequestOf<N extends CommandName> = CommandMap[N]["request"];
export type AnswerOf<N extends CommandName> = CommandMap[N]["answer"];

export type Changed = { topics: Topic[] };

/** How far the long work of this name has come: so many steps of so many, in the core's words. */
export type ProgressShown = { job: string; done: number; of: number; words: string };

export interface Backend {
  /** Asks the core. Rejects with a `Problem`, whatever went wrong. */
  call<N extends CommandName>(name: N, request: RequestOf<N>): Promise<AnswerOf<N>>;
  /** The bytes of a PDF we made. */
  blob(id: string): Promise<ArrayBuffer>;
  /** Told after each command that changed something; answers how to stop listening. */
  onChanged(listen: (changed: Changed) => void): () => void;
  /** Told just before the casebook locks by itself. */
  onLocking(listen: () => void): () => void;
  /** Told when the program is about to end, and when it stays after all. */
  onClosing(listen: (isClosing: boolean) => void): () => void;
  /** Told how far long work has come. */
  onProgress(listen: (shown: ProgressShown) => void): () => void;
}

/** An error the page can act on, as something that can be thrown. Screens choose by `error.kind`. */
export class Problem extends Error {
  readonly error: IpcError;

  constructor(error: IpcError) {
    super(error.kind);
    this.name = "Problem";
    this.error = error;
  }
}

/** Turns whatever was thrown into a `Problem`; what we do not know is a fault of the program. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown && typeof thrown.kind === "string") {
    return new Problem(thrown as IpcError);
  }
  return new Problem({ kind: "bug", incident: "page" });
}
