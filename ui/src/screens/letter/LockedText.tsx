/** Paragraphs that stand in the letter and cannot be left out. */
import { Lock } from "lucide-react";
import type { ClauseView } from "../../backend/generated/ClauseView";
import { words } from "../../words/en-GB";

export function LockedText({ clauses }: { clauses: readonly ClauseView[] }) {
  const { letter: said } = words;
  if (clauses.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={said.clauses}>
      <h2 className="field__label">{said.clauses}</h2>
      <p className="small quiet">{said.clausesHelp}</p>
      <ul className="chips">
        {clauses.map((clause) => (
          <li key={clause.id} className="chip">
            <Lock size={14} aria-hidden="true" />
            <span>{clause.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
