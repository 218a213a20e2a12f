/** Somebody enters the case: a representative, a parent, an authority. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { RoleCode } from "../../backend/generated/RoleCode";
import { Pick } from "../../widgets/Choice";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { nobody, PersonFields, toPerson } from "../PersonFields";
import { useCaseAct } from "./useCaseAct";

const codes = ["representative", "parent_or_guardian", "requester", "authority", "recipient", "processor"] as const;

export function PartyAddDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [role, setRole] = useState<RoleCode>("representative");
  const [form, setForm] = useState(nobody);
  const add = useCaseAct("party_add", view, onClose);
  const { people } = words;
  return (
    <FormDialog
      title={people.addTitle}
      intro={people.addIntro}
      isOpen
      onClose={onClose}
      problem={add.problem}
      submit={people.addSubmit}
      busy={add.isBusy && words.common.busy}
      onSubmit={() => add.run({ ...toPerson(form), role })}
    >
      <Pick
        id="role"
        label={people.role}
        value={role}
        onChange={setRole}
        options={codes.map((code) => ({ value: code, name: words.roles[code] }))}
      />
      <PersonFields form={form} onChange={(part) => setForm({ ...form, ...part })} autoFocus />
    </FormDialog>
  );
}
