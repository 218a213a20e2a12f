/** What the DPO writes in a letter: plain fields, each with its rule; and what is enclosed. */
import { Plus, X } from "lucide-react";
import type { EnclosureForm } from "../../backend/generated/EnclosureForm";
import type { FieldView } from "../../backend/generated/FieldView";
import type { LetterView } from "../../backend/generated/LetterView";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { Checklist } from "../../widgets/Checklist";
import { Pick, Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LinesField, LongField } from "../../widgets/Field";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import { gateAt } from "./gateTarget";
import type { Draft } from "./letterDraft";
import { holdsLine, withLine } from "./takenLines";

type LetterFieldsProps = { letter: LetterView; draft: Draft; onChange: (change: Partial<Draft>) => void };

export function LetterFields({ letter, draft, onChange }: LetterFieldsProps) {
  const { letter: said } = words;
  return (
    <>
      <Recipient letter={letter} draft={draft} onChange={onChange} />
      <LinesField
        id="addressee"
        label={said.to}
        help={said.toHelp}
        value={draft.addressee}
        onChange={(addressee) => onChange({ addressee })}
        error={gateAt(letter, "addressee")}
        rows={6}
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
      {letter.choices.map(({ key, label, help, rule, options }) => (
        <Pick
          key={key}
          id={key}
          label={label}
          help={help}
          rule={rule}
          value={draft.choices[key] ?? ""}
          onChange={(value) => onChange({ choices: { ...draft.choices, [key]: value } })}
          options={[
            { value: "", name: said.chooseOne },
            ...options.map((option) => ({ value: option.value, name: option.words })),
          ]}
          error={gateAt(letter, key)}
        />
      ))}
      {letter.fee !== null && (
        <Field
          id="fee"
          label={said.fee}
          help={said.feeHelp}
          value={draft.fee}
          onChange={(fee) => onChange({ fee })}
          error={gateAt(letter, "fee")}
          inputMode="decimal"
          width="short"
          isRequired
        />
      )}
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

/** To whom of the case: whoever acts for the person first, and the person instead. */
function Recipient({ letter, draft, onChange }: LetterFieldsProps) {
  const { letter: said } = words;
  const chosen = letter.recipients.find((one) => one.party === draft.party);
  const choose = (party: string) => {
    const to = letter.recipients.find((one) => one.party === party);
    if (to === undefined) return;
    const { addressee, salutation, largePrint, electronic } = to;
    onChange({ party, addressee, salutation, largePrint, electronic });
  };
  return (
    <>
      {letter.recipients.length > 1 && (
        <Pick
          id="party"
          label={said.recipient}
          help={said.recipientHelp}
          value={draft.party}
          onChange={choose}
          options={letter.recipients.map((one) => ({
            value: one.party,
            name: said.recipientOne(one.addressee[0] ?? "", one.roleWords),
          }))}
        />
      )}
      {letter.recipients.length === 0 && <Notice>{said.noRecipient}</Notice>}
      {chosen !== undefined && chosen.safeContact !== "" && (
        <Callout is="warning" title={said.safeContact} rule="CONTACT-1">
          {chosen.safeContact}
        </Callout>
      )}
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

  const write = (text: string) => onChange({ fields: { ...draft.fields, [key]: text } });

  return (
    <div className="written" id={applies ? undefined : key}>
      {/* Two fields, not one with two labels: what is being typed in one must never land in the other. */}
      {applies ? (
        <LongField
          key="text"
          id={key}
          label={field.label}
          help={field.help}
          rule={field.rule}
          value={value}
          onChange={write}
          error={error}
          rows={field.rows}
          isRequired={field.required}
          isOptional={!field.required && !field.mayNotApply}
        />
      ) : (
        <LongField
          key="reason"
          id={`${key}.reason`}
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
      {applies && field.lines.length > 0 && (
        <details className="written__lines">
          <summary>{said.lines(field.label)}</summary>
          <Checklist
            id={`${key}.lines`}
            label={said.linesOf(field.label)}
            help={said.linesHelp}
            lines={field.lines.map(({ text }) => ({
              id: text,
              text,
              isIn: holdsLine(value, text, field.linesStand),
            }))}
            onChange={(lines) => {
              const all = field.lines.map(({ text }) => text);
              const after = lines.reduce(
                (text, line) => withLine(text, line.text, line.isIn, field.linesStand, all),
                value,
              );
              write(after);
            }}
          />
        </details>
      )}
      {applies && field.ready.length > 0 && (
        <details className="written__lines">
          <summary>{said.readyTexts(field.label)}</summary>
          <ul className="stack stack--tight">
            {field.ready.map(({ label, text }) => (
              <li key={label} className="row">
                <span>{label}</span>
                <Button kind="plain" name={said.takeOf(label)} onPress={() => write(text)}>
                  {said.take}
                </Button>
                {value.trim() !== "" && (
                  <Button kind="plain" name={said.addOf(label)} onPress={() => write(`${value.trimEnd()}\n\n${text}`)}>
                    {said.add}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
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
