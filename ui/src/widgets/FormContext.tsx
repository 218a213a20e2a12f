/** What a form tells its fields, and they it: the problem of each by its id, and what cannot be sent as it is typed. */
import { createContext, useContext, useEffect } from "react";
import type { Problem } from "../backend/backend";
import { useLatest } from "./keyPresses";
import { fieldProblem } from "./Problems";

/** What is wrong with a field before anything is sent. `stops`: it cannot be sent at all, as an impossible date. */
export type Fault = { message: string; stops: boolean };

type Asked = {
  problem: Problem | undefined;
  /** Joins a field to its form; answers how it leaves. */
  join: (id: string, fault: () => Fault | undefined) => () => void;
};

export const FormContext = createContext<Asked>({ problem: undefined, join: () => () => undefined });

/** The message beside a field: its own, or the form's problem with this id. */
export function useFieldError(id: string, error?: string): string | undefined {
  const { problem } = useContext(FormContext);
  return error ?? fieldProblem(problem, id);
}

/** Lets the form know, when it is sent, what is wrong with this field. */
export function useFault(id: string, fault: () => Fault | undefined): void {
  const { join } = useContext(FormContext);
  const latest = useLatest(fault);
  useEffect(() => join(id, () => latest.current()), [join, id, latest]);
}
