/** What the DPO writes in a letter: plain fields, each with its rule; and what is enclosed. */
import { Plus, X } from "lucide-react";
import type { EnclosureForm } from "../../backend/generated/EnclosureForm";
import type { FieldView } from "../../backend/generated/FieldView";
import type { LetterView } from "../../backend/generated/LetterView";
import { Button } from "../../widgets/Button";
import { Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LinesField, LongField } from "../../widgets/Field";
import { words } from "../../words/en-GB";
import { gateAt } from "./gateTarget";
import type { Draft } from "./letterDraft";

type LetterFieldsProps = { letter: LetterView; draft: Draft; onChange: (change: Partial<Draft>) => void };

export function LetterFields({ letter, draft, onChange }: LetterFieldsProps) {
  const { letter: said } = words;
  return (
    <>
      <LinesField
        id="addressee"
        label={said.to}
        help={said.toHelp}
        value={draft.addressee}
        onChange={(addressee) => onChange({ addressee })}
        error={gateAt(letter, "addressee")}
        rows={5}
      />
      <div className="columns">
        <Field
          id="salutation"
          label={said.salutation}
          value={draft.salutation}
          onChange={(salutation) => onChange({ salutation })}
          error={gateAt(letter, "salutation")}
        />
        <DateField
          id="datedOn"
          label={said.datedOn}
          value={draft.datedOn}
          onChange={(datedOn) => datedOn !== null && onChange({ datedOn })}
          error={gateAt(letter, "datedOn")}
        />
      </div>
      {letter.fields.map((field) => (
        <Written key={field.key} field={field} draft={draft} onChange={onChange} />
      ))}
      <Enclosures enclosures={draft.enclosures} onChange={(enclosures) => onChange({ enclosures })} />
      <Tick id="largePrint" isSelected={draft.largePrint} onChange={(largePrint) => onChange({ largePrint })}>
        {said.largePrint}
      </Tick>
      <Tick id="electronic" isSelected={draft.electronic} onChange={(electronic) => onChange({ electronic })}>
        {said.electronic}
      </Tick>
    </>
  );
}

type WrittenProps = { field: FieldView; draft: Draft; onChange: (change: Partial<Draft>) => void };

function Written({ field, draft, onChange }: WrittenProps) {
  const { key } = field;
  const { letter: said } = words;
  const value = draft.fields[key] ?? "";
  const reason = draft.notApplicable[key];
  const applies = reason === undefined;
  // An empty field is told of in the list below; beside the field stands only what is wrong with what is written.
  const error = (applies ? value : reason).trim() === "" ? undefined : (field.problem ?? undefined);

  const setReason = (text: string | undefined) => {
    const { [key]: _, ...others } = draft.notApplicable;
    onChange({ notApplicable: text === undefined ? others : { ...others, [key]: text } });
  };

  return (
    <div className="written">
      {applies ? (
        <LongField
          id={key}
          label={field.label}
          help={field.help}
          rule={field.rule}
          value={value}
          onChange={(text) => onChange({ fields: { ...draft.fields, [key]: text } })}
          error={error}
          rows={field.rows}
          isRequired={field.required}
          isOptional={!field.required && !field.mayNotApply}
        />
      ) : (
        <LongField
          id={key}
          label={`${field.label}: ${said.notApply.toLowerCase()}`}
          help={said.notApplyWhy}
          rule={field.rule}
          value={reason}
          onChange={setReason}
          error={error}
          rows={2}
          isRequired
        />
      )}
      {field.mayNotApply && (
        <Tick
          id={`${key}.not`}
          isSelected={!applies}
          onChange={(not) => setReason(not ? field.startingReason : undefined)}
        >
          {said.notApply}
          <span className="unseen">: {field.label}</span>
        </Tick>
      )}
    </div>
  );
}

type EnclosuresProps = { enclosures: readonly EnclosureForm[]; onChange: (enclosures: EnclosureForm[]) => void };

function Enclosures({ enclosures, onChange }: EnclosuresProps) {
  const { letter: said } = words;
  const change = (place: number, part: Partial<EnclosureForm>) =>
    onChange(enclosures.map((one, index) => (index === place ? { ...one, ...part } : one)));
  return (
    <fieldset id="enclosures" className="stack stack--tight">
      <legend className="field__label">{said.enclosures}</legend>
      {enclosures.map((enclosure, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an enclosure is its place in the list
        <fieldset key={place} className="enclosure" aria-label={said.enclosure(place + 1)}>
          <Field
            id={`enclosures.${place}.title`}
            label={said.enclosureTitle}
            value={enclosure.title}
            onChange={(title) => change(place, { title })}
          />
          <Field
            id={`enclosures.${place}.pages`}
            label={said.enclosurePages}
            value={enclosure.pages === 0 ? "" : String(enclosure.pages)}
            onChange={(text) => change(place, { pages: Number(text.replace(/\D/g, "").slice(0, 5)) })}
            inputMode="numeric"
            width="short"
          />
          <Button
            kind="plain"
            icon={X}
            name={said.removeEnclosure(place + 1)}
            onPress={() => onChange(enclosures.filter((_, index) => index !== place))}
          >
            {words.common.remove}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button kind="plain" icon={Plus} onPress={() => onChange([...enclosures, { title: "", pages: 1 }])}>
          {said.addEnclosure}
        </Button>
      </div>
    </fieldset>
  );
}
