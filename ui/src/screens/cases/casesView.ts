/** How the list of cases is looked at: which cases, in which order, and at which row. */
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import type { CaseSort } from "../../backend/generated/CaseSort";
import type { CasesQuery } from "../../backend/generated/CasesQuery";
import type { RightCode } from "../../backend/generated/RightCode";

export type CasesView = {
  filter: CaseFilter;
  text: string;
  sort: CaseSort;
  reversed: boolean;
  status: string | null;
  right: RightCode | null;
  dueFrom: string | null;
  dueTo: string | null;
  at: number;
};

export const filters: readonly CaseFilter[] = ["open", "overdue", "dueSoon", "waiting", "closed", "all"];
export const sorts: readonly CaseSort[] = ["mostUrgent", "newest", "reference", "name", "status"];

const notNarrowed = { status: null, right: null, dueFrom: null, dueTo: null } satisfies Partial<CasesView>;

/** Everything, in whatever order. */
export const wide = { ...notNarrowed, filter: "all", text: "" } satisfies Partial<CasesView>;

export const firstView: CasesView = {
  ...notNarrowed,
  filter: "open",
  text: "",
  sort: "mostUrgent",
  reversed: false,
  at: 0,
};

/** How many parts of the filter are set. */
export const narrowings = ({ status, right, dueFrom, dueTo }: CasesView) =>
  [status, right, dueFrom, dueTo].filter((part) => part !== null).length;

export const unNarrowed: Partial<CasesView> = notNarrowed;

export function queryOf({ filter, text, sort, reversed, status, right, dueFrom, dueTo }: CasesView): CasesQuery {
  return {
    filter,
    sort,
    text,
    ...(reversed && { reversed }),
    ...(status !== null && { status }),
    ...(right !== null && { right }),
    ...(dueFrom !== null && { dueFrom }),
    ...(dueTo !== null && { dueTo }),
  };
}
