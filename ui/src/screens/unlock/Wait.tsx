/** A passphrase that does not open, and how long the next try has to wait. What was typed stays meanwhile. */

import type { Problem } from "../../backend/backend";
import { useSecondsLeft } from "../../backend/seconds";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";

/** Seconds until the next try, counted down from the problem's own; 0 if it need not wait. */
export function useWait(problem: Problem | undefined): number {
  const seconds = problem?.error.kind === "wrongPassphrase" ? problem.error.waitSeconds : 0;
  return useSecondsLeft(seconds, problem);
}

/** Said without taking the focus: it belongs in the field, where the next try is typed. */
export function WrongWords({ problem }: { problem: Problem | undefined }) {
  if (problem?.error.kind !== "wrongPassphrase") return null;
  return (
    <Notice tone="wrong" title={words.problems.wrong} role="alert">
      <p>{problem.error.message}</p>
    </Notice>
  );
}

/** The other problems, which take the focus as everywhere. */
export const others = (problem: Problem | undefined) =>
  problem?.error.kind === "wrongPassphrase" ? undefined : problem;

export function WaitWords({ seconds }: { seconds: number }) {
  return (
    <p className="quiet" role="status">
      {seconds > 0 && words.waiting.wait(seconds)}
    </p>
  );
}
