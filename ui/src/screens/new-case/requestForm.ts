/** What has been typed into the new-case form: kept as JSON while typing, sent as a request when recorded. */
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { RequestReceive } from "../../backend/generated/RequestReceive";
import type { RightCode } from "../../backend/generated/RightCode";
import type { RoleCode } from "../../backend/generated/RoleCode";
import type { WhoToUsCode } from "../../backend/generated/WhoToUsCode";
import { nobody, type PersonForm, toPerson } from "../PersonFields";

/** Somebody of an earlier case who this is, says the DPO; with the words that remind of it. */
type SamePerson = { person: string; who: string; reference: string };

export type RequestForm = PersonForm & {
  text: string;
  receivedOn: string | null;
  channel: ChannelCode;
  receivedBy: string;
  rights: RightCode[];
  theirReference: string;
  personKind: WhoToUsCode | null;
  samePerson: SamePerson | null;
  isAskedBy: boolean;
  askedByRole: RoleCode;
  askedBy: PersonForm;
};

export const channelCodes: readonly ChannelCode[] = [
  "post",
  "email",
  "hand",
  "phone",
  "webForm",
  "socialMedia",
  "portal",
  "other",
];

/** A complaint is a matter of its own, so it is not among them. */
export const rightCodes: readonly RightCode[] = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "automated_decision",
  "consent_withdrawal",
];

export const kindCodes: readonly WhoToUsCode[] = [
  "website_visitor",
  "client_contact",
  "supplier",
  "applicant",
  "worker",
  "other",
];

export const askerCodes: readonly RoleCode[] = ["representative", "parent_or_guardian", "requester"];

export const emptyForm: RequestForm = {
  ...nobody,
  text: "",
  receivedOn: null,
  channel: "post",
  receivedBy: "",
  rights: ["access"],
  theirReference: "",
  personKind: null,
  samePerson: null,
  isAskedBy: false,
  askedByRole: "representative",
  askedBy: nobody,
};

export const isEmpty = (form: RequestForm) => JSON.stringify(form) === JSON.stringify(emptyForm);

type Found = Partial<Record<keyof RequestForm | keyof SamePerson, unknown>>;

const asFound = (value: unknown): Found =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Found) : {};
const text = (value: unknown) => (typeof value === "string" ? value : "");

const readPerson = (found: Found): PersonForm => ({
  name: text(found.name),
  salutation: text(found.salutation),
  address: Array.isArray(found.address) ? found.address.map(text) : [],
  email: text(found.email),
  phone: text(found.phone),
});

function readSame(found: Found): SamePerson | null {
  const same = { person: text(found.person), who: text(found.who), reference: text(found.reference) };
  return same.person === "" ? null : same;
}

/** A kept form, read back field by field: whatever does not fit is left as it is in an empty form. */
export function readForm(body: string): RequestForm {
  let kept: unknown;
  try {
    kept = JSON.parse(body);
  } catch {
    return emptyForm;
  }
  const found = asFound(kept);
  const { rights } = found;
  return {
    ...readPerson(found),
    text: text(found.text),
    receivedOn: text(found.receivedOn) === "" ? null : text(found.receivedOn),
    channel: channelCodes.find((code) => code === found.channel) ?? emptyForm.channel,
    receivedBy: text(found.receivedBy),
    rights: Array.isArray(rights) ? rightCodes.filter((code) => rights.includes(code)) : emptyForm.rights,
    theirReference: text(found.theirReference),
    personKind: kindCodes.find((code) => code === found.personKind) ?? null,
    samePerson: readSame(asFound(found.samePerson)),
    isAskedBy: found.isAskedBy === true,
    askedByRole: askerCodes.find((code) => code === found.askedByRole) ?? emptyForm.askedByRole,
    askedBy: readPerson(asFound(found.askedBy)),
  };
}

export function toRequest(form: RequestForm, receivedOn: string, commandId: string): RequestReceive {
  const { text, channel, receivedBy, rights, theirReference, personKind, samePerson, isAskedBy, askedByRole } = form;
  return {
    ...toPerson(form),
    text,
    channel,
    receivedBy,
    rights,
    theirReference,
    personKind,
    receivedOn,
    commandId,
    samePerson: samePerson?.person ?? null,
    askedBy: isAskedBy ? { ...toPerson(form.askedBy), role: askedByRole } : null,
  };
}
