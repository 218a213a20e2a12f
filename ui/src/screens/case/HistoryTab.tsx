/** What happened, as sentences grouped by day; the exact record is one tick away, and an entry can be corrected. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { HistoryEntry } from "../../backend/generated/HistoryEntry";
import { Button } from "../../widgets/Button";
import { Tick } from "../../widgets/Choice";
import { words } from "../../words/en-GB";

type HistoryTabProps = { view: CaseView; onExport: () => void; onCorrect: (entry: HistoryEntry) => void };

export function HistoryTab({ view, onExport, onCorrect }: HistoryTabProps) {
  const [isExact, setExact] = useState(false);
  const { case: said } = words;
  const entries = view.history.flatMap((day) => day.entries);
  // A letter prints the head of the history as it was before the letter itself became part of it.
  const printed = new Set(entries.filter((entry) => entry.kind === "letter.finalised").map((entry) => entry.seq - 1));
  return (
    <div className="stack">
      <div>
        <Tick id="exact" isSelected={isExact} onChange={setExact}>
          {said.historyRecord}
        </Tick>
      </div>
      <div className="history">
        {view.history.map((day) => (
          <section key={day.on} className="history__day" aria-label={day.words}>
            <h2 className="eyebrow">{day.words}</h2>
            <ul className="history__entries">
              {day.entries.map((entry) => (
                <li key={entry.seq} className="history__entry">
                  <div>
                    <Told entry={entry} />
                    {isExact && <Exact entry={entry} isPrinted={printed.has(entry.seq)} />}
                  </div>
                  {entry.mayBeCorrected && !entry.isStruck && (
                    <Button
                      kind="plain"
                      name={words.correction.buttonOf(entry.sentence)}
                      onPress={() => onCorrect(entry)}
                    >
                      {words.correction.button}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="history__foot">
        <p className="small quiet">
          {said.head}: <code>{view.head}</code>. {said.headHelp}
        </p>
        <Button onPress={onExport}>{words.actions.exportHistory}</Button>
      </div>
    </div>
  );
}

function Told({ entry }: { entry: HistoryEntry }) {
  const told = (
    <>
      {entry.sentence} {entry.aside !== "" && <span className="history__aside">{entry.aside}</span>}
    </>
  );
  if (!entry.isStruck) return told;
  return (
    <>
      <s className="history__struck">{told}</s> <span className="small quiet">{words.correction.struck}</span>
    </>
  );
}

function Exact({ entry, isPrinted }: { entry: HistoryEntry; isPrinted: boolean }) {
  const { case: said } = words;
  return (
    <dl className="history__exact">
      <dt>{said.recordedAt}</dt>
      <dd>{`${entry.recorded} ${said.by} ${entry.who}`}</dd>
      <dt>{said.kind}</dt>
      <dd>{`${entry.seq} · ${entry.kind}`}</dd>
      <dt>{said.hash}</dt>
      <dd>
        <code>{entry.hash}</code>
        {isPrinted && <p className="small">{said.printedHead}</p>}
      </dd>
    </dl>
  );
}
