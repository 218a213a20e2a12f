/**
 * What to do next and by when: one sentence, one main button, at most two quiet ones. What the law stops is said where the
 * button would be.
 */
import type { Problem } from "../../backend/backend";
import type { NextStep } from "../../backend/generated/NextStep";
import type { NextView } from "../../backend/generated/NextView";
import { Button } from "../../widgets/Button";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

type NextPanelProps = {
  next: NextStep;
  onDo: (next: NextView) => void;
  isBusy: boolean;
  problem: Problem | undefined;
};

export function NextPanel({ next, onDo, isBusy, problem }: NextPanelProps) {
  const { main } = next;
  const others = next.others.slice(0, 2);
  return (
    <section className="next" aria-label={words.case.next}>
      <p className="next__sentence">{next.sentence}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {(main !== null || others.length > 0) && (
        <div className="row">
          {main !== null && (
            <Button kind="main" onPress={() => onDo(main)} busy={isBusy && words.common.busy}>
              {main.words}
            </Button>
          )}
          {others.map((other, index) => (
            <Button
              key={`${other.action} ${other.kind} ${other.letter}`}
              kind={index === 0 ? "second" : "plain"}
              onPress={() => onDo(other)}
            >
              {other.words}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
