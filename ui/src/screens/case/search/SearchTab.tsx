/** The part "search" of a case. */
import type { CaseView } from "../../../backend/generated/CaseView";

export function SearchTab({ view }: { view: CaseView; today: string }) {
  return <p>{view.search.words}</p>;
}
