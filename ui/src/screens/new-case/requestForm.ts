/** What has been typed into the new-case form: kept as JSON while typing, sent as a request when recorded. */
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { RequestReceive } from "../../backend/generated/RequestReceive";
import { filledLines } from "../../widgets/Field";

export type RequestForm = {
  text: string;
  receivedOn: string | null;
  channel: ChannelCode;
  receivedBy: string;
  name: string;
  salutation: string;
  address: string[];
  email: string;
  phone: string;
  theirReference: string;
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

export const emptyForm: RequestForm = {
  text: "",
  receivedOn: null,
  channel: "post",
  receivedBy: "",
  name: "",
  salutation: "",
  address: [],
  email: "",
  phone: "",
  theirReference: "",
};

export const isEmpty = (form: RequestForm) => JSON.stringify(form) === JSON.stringify(emptyForm);

/** A kept form, read back field by field: whatever does not fit is left as it is in an empty form. */
export function readForm(body: string): RequestForm {
  let kept: unknown;
  try {
    kept = JSON.parse(body);
  } catch {
    return emptyForm;
  }
  if (typeof kept !== "object" || kept === null) return emptyForm;
  const found = kept as Partial<Record<keyof RequestForm, unknown>>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    text: text(found.text),
    receivedOn: text(found.receivedOn) === "" ? null : text(found.receivedOn),
    channel: channelCodes.find((code) => code === found.channel) ?? emptyForm.channel,
    receivedBy: text(found.receivedBy),
    name: text(found.name),
    salutation: text(found.salutation),
    address: Array.isArray(found.address) ? found.address.map(text) : [],
    email: text(found.email),
    phone: text(found.phone),
    theirReference: text(found.theirReference),
  };
}

export function toRequest(form: RequestForm, receivedOn: string, commandId: string): RequestReceive {
  return { ...form, receivedOn, commandId, rights: ["access"], address: filledLines(form.address) };
}
