/** The part "decision" of a case. */
import type { CaseView } from "../../../backend/generated/CaseView";

export function DecisionTab({ view }: { view: CaseView; today: string }) {
  return <p>{view.decision.words}</p>;
}
