/** Texts of "what if": suppositions about a case, of which nothing is recorded. */
import type { SupposedCode } from "../../backend/generated/SupposedCode";

export const whatIf = {
  open: "What if…",
  title: "What if…",
  intro: "See which dates would follow. Nothing is recorded.",
  what: "What would happen",
  andThen: "And then",
  on: "On",
  add: "And then something else",
  leaveOut: "Leave out",
  leaveOutOf: (number: number) => `Leave out number ${number}`,
  follows: "What would follow",
  whyOf: (right: string) => `Why this date: ${right}`,
  supposed: {
    clarification_asked: "I ask which information is meant",
    clarification_received: "The answer to that question comes",
    extended: "I give notice of an extension",
    identity_asked: "I ask for proof of identity",
    identity_received: "Proof of identity comes",
    authority_asked: "I ask for proof of authority",
    authority_received: "Proof of authority comes",
    fee_asked: "I ask for a fee (unfounded or excessive request)",
    fee_paid: "That fee is paid",
    answered: "I send the answer",
  } satisfies Record<SupposedCode, string>,
};
