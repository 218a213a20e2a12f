/** What a form tells its fields, and they it: the problem of each by its id, and what cannot be sent as it is typed. */
import { createContext, useContext, useEffect, useRef } from "react";
import type { Problem } from "../backend/backend";
import { useLatest } from "./keyPresses";
import { fieldProblem } from "./Problems";

/** What is wrong with a field before anything is sent. `stops`: it cannot be sent at all, as an impossible date. */
export type Fault = { message: string; stops: boolean };

type Asked = {
  problem: Problem | undefined;
  /** The fields that were changed since the problem came: what it says of them may no longer be true. */
  changed: ReadonlySet<string>;
  change: (id: string) => void;
  /** Joins a field to its form; answers how it leaves. */
  join: (id: string, fault: () => Fault | undefined) => () => void;
};

export const FormContext = createContext<Asked>({
  problem: undefined,
  changed: new Set(),
  change: () => undefined,
  join: () => () => undefined,
});

/**
 * The message beside a field: its own, or the form's problem with this id until `value`, what stands in it, changes,
 * whether typed or filled in by another field.
 */
export function useFieldError(id: string, value: string, error?: string): string | undefined {
  const { problem, changed, change } = useContext(FormContext);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    change(id);
  }, [change, id, value]);
  return error ?? (changed.has(id) ? undefined : fieldProblem(problem, id));
}

/** Lets the form know, when it is sent, what is wrong with this field. */
export function useFault(id: string, fault: () => Fault | undefined): void {
  const { join } = useContext(FormContext);
  const latest = useLatest(fault);
  useEffect(() => join(id, () => latest.current()), [join, id, latest]);
}
