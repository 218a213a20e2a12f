/** What stands in the way of making a letter final, and what to bear in mind. */
import type { GateView } from "../../backend/generated/GateView";
import { Notice } from "../../widgets/Notice";
import { focusField } from "../../widgets/Problems";
import { Rule } from "../../widgets/Rule";
import { words } from "../../words/en-GB";

export function Gates({ gates }: { gates: readonly GateView[] }) {
  const blocking = gates.filter((gate) => gate.blocks);
  const advice = gates.filter((gate) => !gate.blocks);
  const { letter: said } = words;
  return (
    <>
      {blocking.length === 0 && <Notice tone="good">{said.ready}</Notice>}
      {blocking.length > 0 && (
        <Notice tone="care" title={said.gates}>
          <GateList gates={blocking} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice title={said.advice}>
          <GateList gates={advice} />
        </Notice>
      )}
    </>
  );
}

function GateList({ gates }: { gates: readonly GateView[] }) {
  return (
    <ul className="gates">
      {gates.map((gate) => (
        <li key={`${gate.rule} ${gate.field} ${gate.sentence}`}>
          {gate.field === null ? (
            <span>{gate.sentence}</span>
          ) : (
            <button type="button" className="notice__link gates__link" onClick={() => focusField(gate.field ?? "")}>
              {gate.sentence}
            </button>
          )}
          {gate.rule !== "" && <Rule id={gate.rule} />}
        </li>
      ))}
    </ul>
  );
}
