/** How urgent something is: a colour, always with a shape and a word. */
import type { Urgency } from "../backend/generated/Urgency";
import { words } from "../words/en-GB";
import "./status.css";

/** Filled: overdue. Half: due soon. Small square: running. Outline: waiting for somebody. Tick: done. Exclamation mark: done, but late. Dash: no date. */
export function Mark({ urgency }: { urgency: Urgency }) {
  return (
    <svg className={`mark mark--${urgency}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {urgency === "overdue" && <rect x="0.5" y="0.5" width="11" height="11" rx="2.5" fill="currentColor" />}
      {urgency === "dueSoon" && (
        <>
          <rect x="1" y="1" width="10" height="10" rx="2.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <rect x="1" y="1" width="5" height="10" fill="currentColor" />
        </>
      )}
      {urgency === "running" && (
        <rect x="1" y="1" width="10" height="10" rx="2.5" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {urgency === "waiting" && <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="2" />}
      {urgency === "done" && (
        <path d="M1.5 6.5 4.7 9.7 10.7 2.6" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      )}
      {urgency === "doneLate" && (
        <path d="M6 1.4v5.4M6 9.8v.6" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      )}
      {urgency === "none" && <path d="M2 6h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />}
    </svg>
  );
}

type StatusProps = {
  urgency: Urgency;
  children?: string;
  /** Words that may take several lines: without the ground, which is for a word or two. */
  isLong?: boolean;
};

/** A mark with words of its own. */
export function Status({ urgency, children, isLong = false }: StatusProps) {
  return (
    <span className={isLong ? `status status--long status--${urgency}` : `status status--${urgency}`}>
      <Mark urgency={urgency} />
      {children === undefined || children === "" ? words.urgencies[urgency] : children}
    </span>
  );
}
