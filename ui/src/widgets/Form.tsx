/** A form that is sent by its main button or by Ctrl+Enter from any field, with its problems on top. */
import { type ReactNode, useRef } from "react";
import type { Problem } from "../backend/backend";
import "./form.css";
import { ProblemNotice } from "./Problems";

type FormProps = {
  name: string;
  onSubmit: () => void;
  problem?: Problem | undefined;
  children: ReactNode;
};

export function Form({ name, onSubmit, problem, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      aria-label={name}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          form.current?.requestSubmit();
        }
      }}
    >
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {children}
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
