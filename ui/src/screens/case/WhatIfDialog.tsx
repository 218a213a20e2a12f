/** What would follow from something that has not happened. It only looks: nothing here is recorded. */
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useRead } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { SupposedCode } from "../../backend/generated/SupposedCode";
import type { WhatIfRow } from "../../backend/generated/WhatIfRow";
import { Button } from "../../widgets/Button";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Dialog } from "../../widgets/Dialog";
import { Form } from "../../widgets/Form";
import { Working } from "../../widgets/Working";
import { words } from "../../words/en-GB";
import "./what-if.css";

/** A line of the form. Until something is chosen, the likeliest is meant. */
type Line = { key: number; what: SupposedCode | null; on: string | null };

/** More lines than this nobody can follow. */
const most = 6;

type Props = { view: CaseView; today: string; onClose: () => void };

export function WhatIfDialog({ view, today, onClose }: Props) {
  const { whatIf } = words;
  const [lines, setLines] = useState<Line[]>([{ key: 0, what: null, on: today }]);
  const offered = useRead("case_what_if", { case: view.case, supposed: [] });
  const choices = offered.answer?.choices ?? [];
  const meant = (line: Line) => line.what ?? choices[0] ?? null;
  const supposed = lines.flatMap((line) => {
    const what = meant(line);
    return what === null || line.on === null ? [] : [{ what, on: line.on }];
  });
  const asked = useRead("case_what_if", { case: view.case, supposed });
  const problem = offered.problem ?? asked.problem;
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const nextKey = Math.max(...lines.map((line) => line.key)) + 1;

  return (
    <Dialog title={whatIf.title} isOpen onClose={onClose} size="wide">
      <p className="quiet">{whatIf.intro}</p>
      <Form name={whatIf.title} problem={problem} onSubmit={onClose}>
        {lines.map((line, index) => (
          <div key={line.key} className="what-if__line">
            <Pick
              id={`what-${line.key}`}
              label={index === 0 ? whatIf.what : whatIf.andThen}
              value={meant(line)}
              onChange={(what) => change(line.key, { what })}
              options={choices.map((code) => ({ value: code, name: whatIf.supposed[code] }))}
            />
            <DateField
              id={`on-${line.key}`}
              label={whatIf.on}
              value={line.on}
              onChange={(on) => change(line.key, { on })}
            />
            {lines.length > 1 && (
              <Button
                kind="plain"
                icon={X}
                name={whatIf.leaveOutOf(index + 1)}
                onPress={() => setLines(lines.filter((one) => one.key !== line.key))}
              >
                {whatIf.leaveOut}
              </Button>
            )}
          </div>
        ))}
        {lines.length < most && (
          <div className="row">
            <Button
              kind="plain"
              icon={Plus}
              onPress={() => setLines([...lines, { key: nextKey, what: choices[1] ?? null, on: today }])}
            >
              {whatIf.add}
            </Button>
          </div>
        )}
        <section className="what-if__then" aria-label={whatIf.follows} aria-live="polite">
          {problem === undefined &&
            supposed.length > 0 &&
            asked.answer?.rows.map((row) => (
              <Outcome key={row.right} row={row} isOneOfMany={(asked.answer?.rows.length ?? 0) > 1} />
            ))}
        </section>
        <div className="dialog__feet">
          <Button onPress={onClose}>{words.common.close}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Outcome({ row, isOneOfMany }: { row: WhatIfRow; isOneOfMany: boolean }) {
  const [isWhyShown, setWhyShown] = useState(false);
  const { clock, sentence } = row;
  const end = clock.lastDay === null ? -1 : clock.working.findLastIndex((step) => step.date === clock.lastDay);
  const name = isOneOfMany ? words.whatIf.whyOf(clock.rightWords) : words.clock.why;
  return (
    <div className="what-if__one">
      {isOneOfMany && <h3 className="eyebrow">{clock.rightWords}</h3>}
      <p className="what-if__sentence">{sentence}</p>
      {clock.postByWords !== "" && <p className="quiet">{clock.postByWords}</p>}
      {clock.advisories.map((advice) => (
        <p key={advice}>{advice}</p>
      ))}
      <div className="clock__foot">
        <Button kind="plain" name={name} isExpanded={isWhyShown} onPress={() => setWhyShown(!isWhyShown)}>
          {words.clock.why}
        </Button>
      </div>
      {isWhyShown && <Working steps={clock.working} end={end} name={name} />}
    </div>
  );
}
