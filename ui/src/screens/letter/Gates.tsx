/** What stands in the way of making a letter final, and what to bear in mind. */
import { go } from "../../app/places";
import type { GateView } from "../../backend/generated/GateView";
import type { LetterView } from "../../backend/generated/LetterView";
import { Notice } from "../../widgets/Notice";
import { focusField } from "../../widgets/Problems";
import { Rule } from "../../widgets/Rule";
import { words } from "../../words/en-GB";
import { gateTarget } from "./gateTarget";

export function Gates({ letter }: { letter: LetterView }) {
  const blocking = letter.gates.filter((gate) => gate.blocks);
  const advice = letter.gates.filter((gate) => !gate.blocks);
  const { letter: said } = words;
  return (
    <>
      {blocking.length === 0 && <Notice tone="good">{said.ready}</Notice>}
      {blocking.length > 0 && (
        <Notice tone="care" title={said.gates}>
          <GateList letter={letter} gates={blocking} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice title={said.advice}>
          <GateList letter={letter} gates={advice} />
        </Notice>
      )}
    </>
  );
}

function GateList({ letter, gates }: { letter: LetterView; gates: readonly GateView[] }) {
  return (
    <ul className="gates">
      {gates.map((gate) => (
        <li key={`${gate.rule} ${gate.field} ${gate.sentence}`}>
          <Sentence letter={letter} gate={gate} />
          {gate.rule !== "" && <Rule id={gate.rule} />}
        </li>
      ))}
    </ul>
  );
}

/** The gate's sentence; a link where there is a place to put it right. */
function Sentence({ letter, gate }: { letter: LetterView; gate: GateView }) {
  const target = gateTarget(letter, gate);
  if (target === null) return <span>{gate.sentence}</span>;
  const follow = () => ("field" in target ? focusField(target.field) : go({ at: "settings", part: target.settings }));
  return (
    <button type="button" className="notice__link gates__link" onClick={follow}>
      {gate.sentence}
    </button>
  );
}
