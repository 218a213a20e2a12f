/** Commands of the pretend core: the registers. */
import { Problem } from "../backend";
import type { RegisterCode } from "../generated/RegisterCode";
import type { RegisterEntry } from "../generated/RegisterEntry";
import type { RegisterForm } from "../generated/RegisterForm";
import type { RegisterView } from "../generated/RegisterView";
import type { Topic } from "../generated/Topic";
import { type Handlers, invalid, newId, refuse, type World } from "./world";

const codes: readonly RegisterCode[] = ["systems", "purposes", "categories", "recipients", "retention", "sources"];

const plain: RegisterForm = {
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

const seed: Partial<Record<RegisterCode, Partial<RegisterForm>[]>> = {
  systems: [
    { name: "E-mail", detail: "Mailboxes of everybody who may have written to or about the person." },
    { name: "This casebook", detail: "Requests, letters, notes.", owner: "Data Protection Officer" },
    { name: "Web analytics", detail: "Internet address, browser, pages, times.", kinds: ["website_visitor"] },
  ],
  purposes: [{ name: "Running and maintaining our websites", kinds: ["website_visitor"] }],
  recipients: [{ name: "Web analytics provider", processor: true, kinds: ["website_visitor"] }],
  retention: [{ name: "Usage data", period: "at most 12 months", reason: "our privacy policy promises it" }],
};

function entryOf(entry: string, form: RegisterForm): RegisterEntry {
  const isCasebook = form.name === "This casebook";
  return {
    entry,
    revision: 1,
    form,
    checkedOn: null,
    checked: "Not checked yet.",
    wantsCheck: true,
    validity: null,
    retired: false,
    missing: form.owner === "" && form.kinds.length === 0 ? "Nobody is named who can be asked to search here." : null,
    isCasebook,
  };
}

export function registersHandlers(world: World) {
  const kept = new Map<RegisterCode, RegisterEntry[]>(
    codes.map((code) => [code, (seed[code] ?? []).map((form) => entryOf(newId(world), { ...plain, ...form }))]),
  );
  const of = (register: RegisterCode) => kept.get(register) ?? [];
  const view = (register: RegisterCode): RegisterView => ({
    register,
    entries: structuredClone([...of(register)].sort((one, other) => Number(one.retired) - Number(other.retired))),
    counts: codes.map((code) => ({
      register: code,
      entries: of(code).filter((entry) => !entry.retired).length,
      wantCheck: of(code).filter((entry) => entry.wantsCheck).length,
    })),
  });
  const changed = (register: RegisterCode) => ({
    value: view(register),
    topics: [{ of: "registers" }] satisfies Topic[],
  });
  const find = (register: RegisterCode, id: string, revision: number) => {
    const found = of(register).find((entry) => entry.entry === id);
    if (found === undefined) throw new Problem({ kind: "notFound", message: "There is no such entry." });
    if (found.revision !== revision) {
      throw new Problem({ kind: "conflict", message: "This entry was changed meanwhile." });
    }
    found.revision += 1;
    return found;
  };
  const check = (entry: RegisterEntry) => {
    entry.checkedOn = world.today;
    entry.checked = "Checked today.";
    entry.wantsCheck = false;
  };
  return {
    registers_read: ({ register }) => ({ value: view(register) }),
    register_save: ({ register, entry, revision, form }) => {
      if (form.name.trim() === "") invalid("name", "Enter what it is called.");
      if (revision === 0) kept.set(register, [...of(register), { ...entryOf(entry, form), revision: 0 }]);
      const found = find(register, entry, revision);
      found.form = structuredClone(form);
      check(found);
      return changed(register);
    },
    register_remove: ({ register, entry, revision, until }) => {
      const found = find(register, entry, revision);
      if (found.isCasebook) refuse("TRUE-1", "This casebook holds personal data itself.", "Leave it in the list.");
      found.retired = true;
      found.wantsCheck = false;
      found.validity = `Until ${until}.`;
      return changed(register);
    },
    register_confirm: ({ register, entry, revision }) => {
      check(find(register, entry, revision));
      return changed(register);
    },
  } satisfies Handlers;
}
