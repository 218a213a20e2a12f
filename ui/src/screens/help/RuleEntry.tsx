/** One rule, where its mark was pressed: what it asks, where it comes from, and the way to the list of all. */
import { go, type Place, toHash } from "../../app/places";
import { useRead } from "../../backend/call";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import "./help.css";

type RuleEntryProps = {
  id: string;
  /** Absent where leaving would lose what is being typed. */
  onLeave: (() => void) | undefined;
};

export function RuleEntry({ id, onLeave }: RuleEntryProps) {
  const { answer, problem } = useRead("rules_read", {});
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (answer === undefined) return null;
  const rule = answer.subjects.flatMap(({ rules }) => rules).find((one) => one.id === id);
  const place: Place = { at: "help", rule: id };
  return (
    <div className="rule-entry">
      {rule === undefined ? (
        <p>{words.help.unknown(id)}</p>
      ) : (
        <>
          <p>{rule.words}</p>
          <p className="small quiet">
            {words.help.source}: {rule.source}
          </p>
        </>
      )}
      {onLeave !== undefined && (
        <a
          href={toHash(place)}
          onClick={(event) => {
            event.preventDefault();
            onLeave();
            go(place);
          }}
        >
          {words.help.open}
        </a>
      )}
    </div>
  );
}
