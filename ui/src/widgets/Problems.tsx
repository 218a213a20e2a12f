/** What went wrong, by kind: what happened, what was kept, what to do. Takes the focus when it appears. */
import { useEffect, useRef } from "react";
import type { Problem } from "../backend/backend";
import type { FieldProblem } from "../backend/generated/FieldProblem";
import type { IpcError } from "../backend/generated/IpcError";
import { words } from "../words/en-GB";
import { Notice } from "./Notice";
import { Rule } from "./Rule";

/** The message for one field, to stand beside it. */
export function fieldProblem(problem: Problem | undefined, field: string): string | undefined {
  if (problem?.error.kind !== "invalid") return undefined;
  // `address.2` is the third line of the field `address`.
  return problem.error.fields.find((one) => isOf(one, field))?.message;
}

const isOf = (one: FieldProblem, field: string) => one.field === field || one.field.startsWith(`${field}.`);

/** Puts the focus into the field of this name, or into the field it is a line of. */
export function focusField(name: string): void {
  const parts = name.split(".");
  while (parts.length > 0) {
    const field = document.getElementById(parts.join("."));
    const within = field?.matches("input, textarea, button, select")
      ? field
      : field?.querySelector<HTMLElement>("input, textarea, button, [tabindex]");
    if (within) {
      within.focus();
      return;
    }
    parts.pop();
  }
}

function FieldList({ fields }: { fields: readonly FieldProblem[] }) {
  return (
    <ul>
      {fields.map((field) => (
        <li key={field.field}>
          <button type="button" className="notice__link" onClick={() => focusField(field.field)}>
            {field.message}
          </button>
        </li>
      ))}
    </ul>
  );
}

type Said = {
  title: string;
  body?: string;
  rule?: string;
  fields?: readonly FieldProblem[];
  tone: "wrong" | "care" | "plain";
};

function say(error: IpcError): Said {
  const { problems } = words;
  switch (error.kind) {
    case "invalid":
      return { title: problems.summary(error.fields.length), fields: error.fields, tone: "wrong" };
    case "refused":
      return {
        title: error.refused.reason,
        body: `${error.refused.remedy} ${problems.nothingRecorded}`,
        rule: error.refused.rule,
        tone: "wrong",
      };
    case "conflict":
      return { title: problems.conflict, body: `${error.message} ${problems.conflictHelp}`, tone: "care" };
    case "notFound":
      return { title: problems.notFound, body: error.message, tone: "wrong" };
    case "locked":
      return { title: problems.locked, body: problems.lockedHelp, tone: "care" };
    case "wrongPassphrase":
      return {
        title: problems.wrong,
        body: error.waitSeconds > 0 ? `${error.message} ${problems.wait(error.waitSeconds)}` : error.message,
        tone: "wrong",
      };
    case "cancelled":
      return { title: problems.cancelled, tone: "plain" };
    case "unavailable":
      return { title: problems.unavailable(error.code), body: error.message, tone: "wrong" };
    case "bug":
      return { title: problems.bug, body: problems.bugHelp(error.incident), tone: "wrong" };
  }
}

type ProblemNoticeProps = {
  problem: Problem;
  /** Fields whose faults are no longer said, and with the last of them the notice goes. */
  without?: ReadonlySet<string>;
};

/** What is left of an error once some fields were changed; undefined when nothing is. */
function leftOf(error: IpcError, without: ReadonlySet<string> | undefined): IpcError | undefined {
  if (error.kind !== "invalid" || without === undefined) return error;
  const fields = error.fields.filter((one) => ![...without].some((field) => isOf(one, field)));
  return fields.length === 0 && error.fields.length > 0 ? undefined : { ...error, fields };
}

export function ProblemNotice({ problem, without }: ProblemNoticeProps) {
  const frame = useRef<HTMLDivElement>(null);
  const left = leftOf(problem.error, without);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new problem takes the focus, also one that reads the same
  useEffect(() => {
    // After the drawing, not in it: leaving a field may tell that field's owner of a change, which draws again.
    queueMicrotask(() => frame.current?.focus());
    frame.current?.scrollIntoView?.({ block: "nearest" });
  }, [problem]);
  if (left === undefined) return null;
  const { title, body, rule, fields, tone } = say(left);
  return (
    <Notice ref={frame} tone={tone} title={title} role="alert">
      {body !== undefined && (
        <p>
          {body} {rule !== undefined && rule !== "" && <Rule id={rule} />}
        </p>
      )}
      {fields !== undefined && <FieldList fields={fields} />}
    </Notice>
  );
}
