/** What happened, as sentences grouped by day; the exact record is one tick away. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { HistoryEntry } from "../../backend/generated/HistoryEntry";
import { Button } from "../../widgets/Button";
import { Tick } from "../../widgets/Choice";
import { words } from "../../words/en-GB";

export function HistoryTab({ view, onExport }: { view: CaseView; onExport: () => void }) {
  const [isExact, setExact] = useState(false);
  const { case: said } = words;
  return (
    <div className="stack">
      <div className="history">
        {view.history.map((day) => (
          <section key={day.on} className="history__day" aria-label={day.words}>
            <h2 className="eyebrow">{day.words}</h2>
            <ul className="history__entries">
              {day.entries.map((entry) => (
                <li key={entry.seq}>
                  {entry.sentence} {entry.aside !== "" && <span className="history__aside">{entry.aside}</span>}
                  {isExact && <Exact entry={entry} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className="history__foot">
        <div className="stack stack--tight">
          <Tick id="exact" isSelected={isExact} onChange={setExact}>
            {said.historyRecord}
          </Tick>
          <p className="small quiet">
            {said.head}: <code>{view.head}</code>. {said.headHelp}
          </p>
        </div>
        <Button onPress={onExport}>{words.actions.exportHistory}</Button>
      </div>
    </div>
  );
}

function Exact({ entry }: { entry: HistoryEntry }) {
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
      </dd>
    </dl>
  );
}
