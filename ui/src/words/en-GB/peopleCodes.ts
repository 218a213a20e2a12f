/** Names for the codes about people: roles, identity, authority, fees, links and rights; one table a code. */
import type { AuthorityTypeCode } from "../../backend/generated/AuthorityTypeCode";
import type { FeeBasisCode } from "../../backend/generated/FeeBasisCode";
import type { IdentityDoubtCode } from "../../backend/generated/IdentityDoubtCode";
import type { IdentityLevelCode } from "../../backend/generated/IdentityLevelCode";
import type { LinkKindCode } from "../../backend/generated/LinkKindCode";
import type { PrintSizeCode } from "../../backend/generated/PrintSizeCode";
import type { RightCode } from "../../backend/generated/RightCode";
import type { RoleCode } from "../../backend/generated/RoleCode";
import type { WhoToUsCode } from "../../backend/generated/WhoToUsCode";

export const roles: Record<RoleCode, string> = {
  subject: "The person the data is about",
  requester: "Somebody who asks for them",
  representative: "Solicitor, adviser or other representative",
  parent_or_guardian: "Parent or guardian",
  authority: "Public authority",
  recipient: "Somebody who received the data",
  processor: "A company that works for us",
};

export const whoToUs: Record<WhoToUsCode, string> = {
  website_visitor: "Visitor of the website",
  client_contact: "Contact at a client",
  supplier: "Supplier",
  applicant: "Applicant for a job",
  worker: "Worker, now or formerly",
  other: "Somebody else",
};

export const printSizes: Record<PrintSizeCode, string> = { standard: "Standard print", large: "Large print, 18 point" };

export const linkKinds: Record<LinkKindCode, string> = {
  same_person: "The same person",
  follows_from: "This case follows from it",
  related: "Related otherwise",
};

export const rights: Record<RightCode, string> = {
  access: "Access: a copy of their data and an explanation",
  rectification: "Correction of wrong data",
  erasure: "Erasure",
  restriction: "Restriction: keep the data, but do nothing with it",
  portability: "Portability: their data in a form for another service",
  objection: "Objection to what is done with the data",
  automated_decision: "A person's look at an automated decision",
  consent_withdrawal: "Withdrawal of consent",
  complaint: "Complaint",
};

export const doubts: Record<IdentityDoubtCode, string> = {
  unknown_email: "It came from an e-mail address we do not know",
  details_differ: "Details differ from what we hold",
  sensitive_data: "The data is sensitive and would do harm in the wrong hands",
  account_misused: "Signs that an account was misused",
  other: "Another reason",
};

export const levels: Record<IdentityLevelCode, { name: string; help: string }> = {
  already_known: { name: "Known already", help: "Logged in, met in person, or known for years." },
  known_channel: { name: "Reply from an address or number we hold", help: "A call back, or a reply by e-mail." },
  questions: { name: "Questions answered", help: "Two or three facts from our own records." },
  document_seen: { name: "Document seen", help: "Looked at, no copy kept." },
  document_copy: { name: "Copy of a document", help: "Needs the reason; a task to destroy the copy is set." },
  certified_document: { name: "Certified document", help: "Needs the reason. The last step of all." },
};

export const authorities: Record<AuthorityTypeCode, string> = {
  signed_authority: "Signed authority",
  power_of_attorney: "Power of attorney",
  court_order: "Order of a court",
  parental_responsibility: "Parental responsibility",
  mandate: "Mandate",
  casework: "Casework of a public representative",
  other: "Something else",
};

export const feeBases: Record<FeeBasisCode, string> = {
  excessive: "Instead of refusing an excessive or unfounded request",
  further_copies: "Further copies",
};
