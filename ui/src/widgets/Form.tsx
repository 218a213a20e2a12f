/** A form that is sent by its main button or by Ctrl+Enter from any field, with its problems on top. */
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { Problem } from "../backend/backend";
import type { FieldProblem } from "../backend/generated/FieldProblem";
import "./form.css";
import { type Fault, FormContext } from "./FormContext";
import { ProblemNotice } from "./Problems";

type FormProps = {
  name: string;
  onSubmit: () => void;
  problem?: Problem | undefined;
  children: ReactNode;
};

/** Which fields were changed since a problem came. */
type Changes = { since: Problem | undefined; ids: ReadonlySet<string> };
const none: ReadonlySet<string> = new Set();

/** In the order in which the fields stand on the page. */
function inOrder(faults: readonly FieldProblem[]): FieldProblem[] {
  const place = (id: string) => document.getElementById(id);
  return [...faults].sort((one, other) => {
    const [first, second] = [place(one.field), place(other.field)];
    if (first === null || second === null) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

export function Form({ name, onSubmit, problem, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const fields = useRef(new Map<string, () => Fault | undefined>());
  const [own, setOwn] = useState<Problem>();
  const shown = own ?? problem;
  const [changes, setChanges] = useState<Changes>({ since: shown, ids: none });
  const changed = changes.since === shown ? changes.ids : none;

  const join = useCallback((id: string, fault: () => Fault | undefined) => {
    fields.current.set(id, fault);
    return () => void fields.current.delete(id);
  }, []);
  const change = useCallback(
    (id: string) =>
      setChanges((before) => {
        const ids = before.since === shown ? before.ids : none;
        return shown === undefined || ids.has(id) ? before : { since: shown, ids: new Set([...ids, id]) };
      }),
    [shown],
  );
  const context = useMemo(() => ({ problem: shown, changed, change, join }), [shown, changed, change, join]);

  // What cannot be sent is said here, and with it whatever else is missing; the rest is for the core to judge.
  const send = () => {
    const faults = [...fields.current].flatMap(([field, ask]) => {
      const fault = ask();
      return fault === undefined ? [] : [{ field, ...fault }];
    });
    if (faults.some((fault) => fault.stops)) {
      const said = inOrder(faults.map(({ field, message }) => ({ field, message })));
      setOwn(new Problem({ kind: "invalid", fields: said }));
      return;
    }
    setOwn(undefined);
    onSubmit();
  };

  return (
    <form
      ref={form}
      aria-label={name}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      // On the way down: a radio or a button inside would keep the key to itself. A menu that is open has it first.
      onKeyDownCapture={(event) => {
        const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (isInside && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          form.current?.requestSubmit();
        }
      }}
    >
      {shown !== undefined && <ProblemNotice problem={shown} without={changed} />}
      <FormContext value={context}>{children}</FormContext>
    </form>
  );
}

/** A titled part of a form. */
export function FormPart({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="form__part">
      <legend className="form__legend">{title}</legend>
      {note !== undefined && <div className="form__note">{note}</div>}
      {children}
    </fieldset>
  );
}
