/** Correcting how a person is named or reached. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { PartyView } from "../../backend/generated/PartyView";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { PersonFields, type PersonForm, toPerson } from "../PersonFields";
import { useCaseAct } from "./useCaseAct";

type PartyDialogProps = { view: CaseView; party: PartyView; onClose: () => void };

export function PartyDialog({ view, party, onClose }: PartyDialogProps) {
  const [form, setForm] = useState<PersonForm>(party);
  const change = useCaseAct("party_change", view, onClose);
  return (
    <FormDialog
      title={words.party.title}
      intro={words.party.intro}
      isOpen
      onClose={onClose}
      problem={change.problem}
      submit={words.party.submit}
      busy={change.isBusy && words.common.busy}
      onSubmit={() => change.run({ ...toPerson(form), party: party.party })}
    >
      <PersonFields form={form} onChange={(part) => setForm({ ...form, ...part })} autoFocus />
    </FormDialog>
  );
}
