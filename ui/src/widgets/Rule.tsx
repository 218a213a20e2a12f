/** The id of a rule, as a small tag after the words it belongs to. */
import { words } from "../words/en-GB";
import "./rule.css";

export function Rule({ id, source }: { id: string; source?: string }) {
  return (
    <span className="rule" title={source}>
      <span className="unseen">{words.common.rule("")}</span>
      {id}
      {source !== undefined && source !== "" && <span className="unseen">, {source}</span>}
    </span>
  );
}
