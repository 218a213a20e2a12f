/** One entry of a register, new or changed. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { RegisterCode } from "../../backend/generated/RegisterCode";
import type { RegisterForm } from "../../backend/generated/RegisterForm";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LongField } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { NumberField } from "../settings/NumberField";
import { personKinds, specialFields } from "./entryForm";

export type Edited = { entry: string; revision: number; form: RegisterForm; isCasebook: boolean };

type Props = { register: RegisterCode; edited: Edited; onClose: () => void; onRetire: () => void };

export function EntryDialog({ register, edited, onClose, onRetire }: Props) {
  const { registers, common } = words;
  const said = registers.form;
  const [form, setForm] = useState(edited.form);
  const announce = useAnnounce();
  const save = useAct("register_save", {
    onDone: () => {
      announce(registers.saved);
      onClose();
    },
  });
  const has = specialFields[register];
  const change = (part: Partial<RegisterForm>) => setForm({ ...form, ...part });
  const text = <K extends "name" | "detail" | "owner" | "country" | "safeguard" | "period" | "reason">(key: K) => ({
    id: key,
    value: form[key],
    onChange: (value: string) => change({ [key]: value }),
  });
  return (
    <FormDialog
      title={edited.revision === 0 ? registers.addTo[register] : registers.edit(edited.form.name)}
      isOpen
      size="wide"
      onClose={onClose}
      submit={said.save}
      busy={save.isBusy && common.busy}
      problem={save.problem}
      onSubmit={() => save.run({ register, entry: edited.entry, revision: edited.revision, form })}
    >
      <Field {...text("name")} label={said.names[register]} isRequired autoFocus />
      <LongField {...text("detail")} label={said.details[register]} rows={2} isOptional />
      {has.includes("owner") && <Field {...text("owner")} label={said.owner} help={said.ownerHelp} isOptional />}
      {has.includes("period") && (
        <div className="columns columns--top">
          <Field {...text("period")} label={said.period} help={said.periodHelp} isOptional />
          <Field {...text("reason")} label={said.reason} help={said.reasonHelp} isOptional />
        </div>
      )}
      {has.includes("country") && (
        <div className="columns columns--top">
          <Field {...text("country")} label={said.country} help={said.countryHelp} isOptional />
          <Field {...text("safeguard")} label={said.safeguard} help={said.safeguardHelp} isOptional />
        </div>
      )}
      {has.includes("backupDays") && (
        <NumberField
          id="backupDays"
          label={said.backupDays}
          value={form.backupDays}
          onChange={(backupDays) => change({ backupDays })}
          unit={said.days}
          notANumber={said.notDays}
          isOptional
        />
      )}
      {has.includes("processor") && (
        <Tick id="processor" isSelected={form.processor} onChange={(processor) => change({ processor })}>
          {said.processor}
        </Tick>
      )}
      <FormPart title={said.kinds} note={<p>{said.kindsHelp}</p>}>
        <div className="registers__kinds">
          {personKinds.map((kind) => (
            <Tick
              key={kind}
              id={`kind-${kind}`}
              isSelected={form.kinds.includes(kind)}
              onChange={(isIn) =>
                change({ kinds: isIn ? [...form.kinds, kind] : form.kinds.filter((one) => one !== kind) })
              }
            >
              {registers.kinds[kind]}
            </Tick>
          ))}
        </div>
      </FormPart>
      <FormPart title={said.time}>
        <div className="columns columns--top">
          <DateField
            id="validFrom"
            label={said.validFrom}
            value={form.validFrom}
            onChange={(validFrom) => change({ validFrom })}
            isOptional
          />
          {!edited.isCasebook && (
            <DateField
              id="validUntil"
              label={said.validUntil}
              value={form.validUntil}
              onChange={(validUntil) => change({ validUntil })}
              isOptional
            />
          )}
        </div>
        {edited.revision > 0 && !edited.isCasebook && (
          <div className="row">
            <Button kind="plain" onPress={onRetire}>
              {registers.retire.open}
            </Button>
          </div>
        )}
      </FormPart>
    </FormDialog>
  );
}
