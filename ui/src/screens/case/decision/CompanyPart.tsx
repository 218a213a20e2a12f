/** The company's decision beside the officer's advice (DEC-1). */
import { useState } from "react";
import type { CaseView } from "../../../backend/generated/CaseView";
import { Button } from "../../../widgets/Button";
import { words } from "../../../words/en-GB";
import { CompanyDialog } from "./CompanyDialog";

const { company: said } = words.decision;

export function CompanyPart({ view, today }: { view: CaseView; today: string }) {
  const { decision } = view.decision;
  const [isOpen, setOpen] = useState(false);
  const facts =
    decision === null
      ? []
      : [
          { name: said.facts.advice, text: decision.advice },
          { name: said.facts.decidedBy, text: [decision.decidedBy, decision.role].filter(Boolean).join(", ") },
          { name: said.facts.reason, text: decision.reason },
          { name: said.facts.whyNot, text: decision.whyNot },
        ].filter(({ text }) => text !== "");
  return (
    <section className="stack stack--tight" aria-label={said.heading}>
      <div className="decision__head">
        <h2>{said.heading}</h2>
        <p className="quiet">{said.intro}</p>
      </div>
      {decision === null ? (
        <p>{said.none}</p>
      ) : (
        <div className="card stack stack--tight">
          <p className="decision__made">{decision.words}</p>
          <dl className="facts">
            {facts.map(({ name, text }) => (
              <div key={name} className="facts__one">
                <dt>{name}</dt>
                <dd className="decision__text">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {!view.closed && (
        <div>
          <Button onPress={() => setOpen(true)}>{decision === null ? said.open : said.openAgain}</Button>
        </div>
      )}
      {isOpen && <CompanyDialog view={view} today={today} onClose={() => setOpen(false)} />}
    </section>
  );
}
