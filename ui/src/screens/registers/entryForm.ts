/** The form of a register's entry, and which fields each register has. */
import type { PersonKindCode } from "../../backend/generated/PersonKindCode";
import type { RegisterCode } from "../../backend/generated/RegisterCode";
import type { RegisterForm } from "../../backend/generated/RegisterForm";

export const emptyForm: RegisterForm = {
  name: "",
  detail: "",
  owner: "",
  country: "",
  safeguard: "",
  period: "",
  reason: "",
  backupDays: null,
  processor: false,
  kinds: [],
  validFrom: null,
  validUntil: null,
};

export const personKinds: readonly PersonKindCode[] = [
  "website_visitor",
  "client_contact",
  "supplier",
  "applicant",
  "worker",
  "other",
];

type Special = "owner" | "country" | "period" | "backupDays" | "processor";

/** Beyond name, details, kinds of person and days, which all of them have. */
export const specialFields: Record<RegisterCode, readonly Special[]> = {
  systems: ["owner", "country", "backupDays"],
  purposes: [],
  categories: [],
  recipients: ["country", "processor"],
  retention: ["period"],
  sources: [],
};
