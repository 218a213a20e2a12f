/** What was found and what happens with it, what the company decided, and what goes out. */
import type { CaseView } from "../../../backend/generated/CaseView";
import { CompanyPart } from "./CompanyPart";
import { FoundPart } from "./FoundPart";
import { PackPart } from "./PackPart";
import "./decision.css";

export function DecisionTab({ view, today }: { view: CaseView; today: string }) {
  return (
    <div className="stack stack--loose">
      <FoundPart view={view} />
      <CompanyPart view={view} today={today} />
      <PackPart view={view} />
    </div>
  );
}
