/** Correcting how a person is named or reached. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { PartyView } from "../../backend/generated/PartyView";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { Field, filledLines, LinesField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

type PartyDialogProps = { view: CaseView; party: PartyView; onClose: () => void };

export function PartyDialog({ view, party, onClose }: PartyDialogProps) {
  const [form, setForm] = useState({
    name: party.name,
    salutation: party.salutation,
    address: party.address,
    email: party.email,
    phone: party.phone,
  });
  const commandId = useRef(newCommandId());
  const change = useAct("party_change", { onDone: onClose });
  const { newCase } = words;
  const field = <K extends keyof typeof form>(key: K) => ({
    id: key,
    value: form[key],
    onChange: (value: (typeof form)[K]) => setForm({ ...form, [key]: value }),
    error: fieldProblem(change.problem, key),
  });

  return (
    <Dialog title={words.party.title} isOpen onClose={onClose}>
      <p className="quiet">{words.party.intro}</p>
      <Form
        name={words.party.title}
        problem={change.problem}
        onSubmit={() =>
          change.run({
            ...form,
            address: filledLines(form.address),
            commandId: commandId.current,
            case: view.case,
            version: view.version,
            party: party.party,
          })
        }
      >
        <Field {...field("name")} label={newCase.name} isRequired autoFocus />
        <Field
          {...field("salutation")}
          label={newCase.salutation}
          placeholder={newCase.salutationUsual(form.name)}
          isOptional
        />
        <LinesField {...field("address")} label={newCase.address} help={newCase.addressHelp} rows={4} isOptional />
        <div className="columns">
          <Field {...field("email")} label={newCase.email} type="email" isOptional />
          <Field {...field("phone")} label={newCase.phone} type="tel" isOptional />
        </div>
        <DialogFeet submit={words.party.submit} onCancel={onClose} busy={change.isBusy && words.common.busy} />
      </Form>
    </Dialog>
  );
}
