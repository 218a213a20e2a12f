/** Commands of the pretend core: the law behind each step. A few of the rules, with made-up words. */
import type { RuleSubject } from "../generated/RuleSubject";
import type { Handlers } from "./world";

const subjects: RuleSubject[] = [
  {
    words: "Which law applies",
    rules: [
      {
        id: "LAW-6",
        words: "The regulator's name and address are settings, confirmed by the DPO.",
        source: "Data (Use and Access) Act 2025, section 119, not found to be in force",
      },
    ],
  },
  {
    words: "Counting the time",
    rules: [
      {
        id: "TIME-2",
        words: "A month ends on the day with the same number in the next month, or on that month's last day.",
        source: "UK GDPR, Articles 4A and 12A(1); Regulation 1182/71, Article 3",
      },
      {
        id: "TIME-3",
        words: "A last day that is a Saturday, a Sunday or a public holiday moves to the next working day.",
        source: "Regulation 1182/71, Article 3(3) and 3(4)",
      },
      {
        id: "TIME-4",
        words: "The holidays that count are those of the place in which the office acts.",
        source: "Regulation 1182/71, Article 2(1); judgement in applying it",
      },
      {
        id: "TIME-6",
        words: "A request is received on the day it reaches the organisation by any route.",
        source: "Guidance of the regulator",
      },
    ],
  },
  {
    words: "Who is asking",
    rules: [
      {
        id: "ID-1",
        words: "Proof of identity is asked for only where there is reasonable doubt.",
        source: "UK GDPR, Article 12(6)",
      },
    ],
  },
  {
    words: "What each letter says",
    rules: [
      {
        id: "L01",
        words: "The acknowledgement of a request: when it came, what was understood, the last day.",
        source: "Good practice",
      },
    ],
  },
];

export function helpHandlers() {
  return {
    rules_read: () => ({
      value: { law: "The law of the United Kingdom as it stands since 19 June 2026.", subjects },
    }),
  } satisfies Handlers;
}
