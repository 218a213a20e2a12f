/** Texts of the list of cases. */
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import { counted } from "./counted";

export const cases = {
  title: "Cases",
  search: "Search cases",
  filter: "Show",
  sort: "Order",
  table: "Cases",
  columns: {
    reference: "Reference",
    who: "Who",
    what: "What",
    status: "Status",
    received: "Received",
    lastDay: "Last day",
    next: "Next",
  },
  count: (shown: number, all: number, isNarrowed: boolean) =>
    isNarrowed ? `${shown.toLocaleString("en-GB")} of ${counted(all, "case", "cases")}` : counted(all, "case", "cases"),
  emptyTitle: "No case yet",
  emptyText:
    "When somebody asks what you hold about them, in any words and by any way, open a case. Paste what they wrote: the last day is worked out while you type, and you see why.",
  nothingTitle: "No case fits",
  nothingNarrowed: "No case fits all of the filter at once.",
  nothingSearched: "Search looks at references, names, the request as it came in and the text of letters.",
  nothingFiltered: {
    open: "Every case is closed.",
    overdue: "No open case is past its last day.",
    dueSoon: "No last day falls in the next seven days.",
    waiting: "Nobody owes you a reply.",
    closed: "No case has been closed yet.",
    all: "There is no case.",
  } satisfies Record<CaseFilter, string>,
  showAll: "Show all cases",
  more: "Filter",
  moreOn: (count: number) => `Filter (${count})`,
  status: "Status",
  right: "What is asked",
  any: "Any",
  dueFrom: "Last day from",
  dueTo: "Last day to",
  clear: "Clear filter",
};
