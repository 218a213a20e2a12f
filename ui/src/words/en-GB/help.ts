/** Texts of Help: the law behind each step. */
import { counted } from "./counted";

export const help = {
  title: "The law behind each step",
  intro:
    "What this program follows, in its own words, and where each rule comes from. The short mark of a rule stands beside the dates and refusals that rest on it. This describes the program; it is not legal advice.",
  search: "Search the rules",
  count: (shown: number, all: number) => (shown === all ? counted(all, "rule", "rules") : `${shown} of ${all} rules`),
  nothingTitle: "No rule fits",
  nothingText: "Search for a word such as “holiday”, for the mark of a rule, or for an Article.",
  showAll: "Show all rules",
  unknown: (id: string) => `There is no entry for ${id} in the list of rules.`,
  source: "Source",
  open: "Open in Help",
};
