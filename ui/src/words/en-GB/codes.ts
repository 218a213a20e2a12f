/** Names for the codes of the core: one table a code, so that a new code without a name does not compile. */
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import type { CaseSort } from "../../backend/generated/CaseSort";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import type { NationCode } from "../../backend/generated/NationCode";
import type { PostalClass } from "../../backend/generated/PostalClass";
import type { ResolutionCode } from "../../backend/generated/ResolutionCode";
import type { UnavailableCode } from "../../backend/generated/UnavailableCode";
import type { Urgency } from "../../backend/generated/Urgency";

/** What can be recorded: its name, what its text is for, and whether the text has to be there. */
type Happening = { name: string; text: string; needsText: boolean };

export const channels: Record<ChannelCode, string> = {
  post: "Post",
  email: "E-mail",
  hand: "By hand",
  phone: "Telephone",
  webForm: "Web form",
  socialMedia: "Social media",
  portal: "Portal",
  secureLink: "Secure link",
  collected: "Collected in person",
  other: "Another way",
};

export const happenings: Record<HappeningCode, Happening> = {
  identityAsked: { name: "We asked for proof of identity", text: "Why there was doubt", needsText: true },
  identityInsufficient: { name: "What came does not prove identity", text: "What is wrong with it", needsText: true },
  identityReceived: { name: "Proof of identity came", text: "What it was", needsText: false },
  identityWaived: { name: "Proof of identity is no longer needed", text: "Why", needsText: true },
  authorityAsked: { name: "We asked for proof of authority", text: "What was asked", needsText: false },
  authorityReceived: { name: "Proof of authority came", text: "What it is", needsText: false },
  clarificationAsked: {
    name: "We asked which information the request is about",
    text: "Why we reasonably need this, and what was asked",
    needsText: true,
  },
  clarificationReceived: { name: "They told us which information", text: "What they said", needsText: false },
  clarificationRefused: { name: "They will not narrow the request", text: "What they said", needsText: false },
  questionAsked: { name: "We asked a question that stops no clock", text: "What was asked", needsText: true },
  feeAsked: { name: "We asked for a fee", text: "How much and why", needsText: true },
  feePaid: { name: "The fee was paid", text: "How", needsText: false },
  extended: { name: "We told them that we need more time", text: "Why more time is needed", needsText: true },
  answeredOutside: { name: "An answer went out another way", text: "What was sent, by whom and how", needsText: true },
  withdrawn: { name: "They withdrew the request", text: "What they said", needsText: false },
  subjectDied: { name: "The person has died", text: "How we know", needsText: true },
  noteWritten: { name: "A note", text: "Note", needsText: true },
};

export const postalClasses: Record<PostalClass, string> = {
  first: "1st class",
  second: "2nd class",
  firstSigned: "1st class, signed for",
  secondSigned: "2nd class, signed for",
  specialDelivery: "Special Delivery",
  courier: "Courier",
};

export const resolutions: Record<ResolutionCode, { name: string; help: string }> = {
  answered: { name: "Answered", help: "An answer was sent." },
  withdrawn: { name: "Withdrawn", help: "The person no longer wants an answer." },
  notVerified: { name: "Not verified", help: "It could not be established who wrote." },
  noReply: { name: "No reply to our question", help: "We asked what they meant and heard nothing." },
  subjectDied: { name: "The person died", help: "The right ends with the person (LAW-4)." },
  openedInError: { name: "Opened in error", help: "This was not a request, or it is recorded elsewhere." },
};

export const urgencies: Record<Urgency, string> = {
  overdue: "Overdue",
  dueSoon: "Due soon",
  running: "Running",
  waiting: "Waiting",
  done: "Done",
  doneLate: "Answered late",
  none: "No date",
};

export const filters: Record<CaseFilter, string> = {
  open: "Open",
  overdue: "Overdue",
  dueSoon: "Due soon",
  waiting: "Waiting",
  closed: "Closed",
  all: "All",
};

export const sorts: Record<CaseSort, string> = {
  mostUrgent: "Most urgent first",
  newest: "Newest first",
  reference: "By reference",
  name: "By name",
  right: "By what is asked",
  status: "By status",
};

export const unavailable: Record<UnavailableCode, string> = {
  diskFull: "The disk is full",
  inUse: "The casebook is open elsewhere",
  damaged: "A file of the casebook is damaged",
  newer: "A newer version wrote this casebook",
  readOnly: "The folder cannot be written to",
  notLocal: "The folder is not on this computer",
  file: "That file cannot be used",
  printer: "Nothing was printed",
};

export const nations: Record<NationCode, string> = {
  EW: "England and Wales",
  SC: "Scotland",
  NI: "Northern Ireland",
};
