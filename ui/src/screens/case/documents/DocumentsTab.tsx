/** The part "documents" of a case. */
import type { CaseView } from "../../../backend/generated/CaseView";

export function DocumentsTab({ view }: { view: CaseView; today: string }) {
  return <p>{view.documents.length}</p>;
}
