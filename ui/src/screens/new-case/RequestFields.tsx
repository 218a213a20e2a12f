/** The fields of a new case, in the order in which one has them at hand. */
import { Pick, Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LongField } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { words } from "../../words/en-GB";
import { PersonFields } from "../PersonFields";
import { Alike } from "./Alike";
import { RightsField } from "./RightsField";
import { askerCodes, channelCodes, kindCodes, type RequestForm } from "./requestForm";

type RequestFieldsProps = {
  form: RequestForm;
  onChange: (change: Partial<RequestForm>) => void;
  /** What the core says about the date while it is typed. */
  dateProblem: string | undefined;
};

export function RequestFields({ form, onChange, dateProblem }: RequestFieldsProps) {
  const { newCase } = words;
  const field = <K extends keyof RequestForm>(key: K) => ({
    id: key,
    value: form[key],
    onChange: (value: RequestForm[K]) => onChange({ [key]: value } as Partial<RequestForm>),
  });
  return (
    <>
      <LongField {...field("text")} label={newCase.came} help={newCase.cameHelp} rows={5} isRequired autoFocus />
      <div className="columns">
        {/* No rule beside it: one key leads from the pasted text to the day. The working names the rule. */}
        <DateField
          {...field("receivedOn")}
          label={newCase.receivedOn}
          help={newCase.receivedHelp}
          error={dateProblem}
          isRequired
        />
        <div className="new-case__pair">
          <Pick
            {...field("channel")}
            label={newCase.channel}
            options={channelCodes.map((code) => ({ value: code, name: words.channels[code] }))}
          />
          <Field {...field("receivedBy")} label={newCase.receivedBy} isOptional />
        </div>
      </div>
      <RightsField {...field("rights")} />
      <FormPart title={newCase.who}>
        <PersonFields form={form} onChange={onChange}>
          <Field {...field("theirReference")} label={newCase.theirReference} isOptional />
        </PersonFields>
        <Alike form={form} onChange={onChange} />
        <div className="columns columns--top">
          <Pick
            id="personKind"
            label={newCase.kind}
            rule="TYPE-1"
            value={form.personKind ?? "unknown"}
            onChange={(kind) => onChange({ personKind: kind === "unknown" ? null : kind })}
            options={[
              { value: "unknown" as const, name: newCase.kindUnknown },
              ...kindCodes.map((code) => ({ value: code, name: words.whoToUs[code] })),
            ]}
          />
          <Tick
            id="isAskedBy"
            isSelected={form.isAskedBy}
            onChange={(isAskedBy) => onChange({ isAskedBy })}
            help={newCase.isAskedByHelp}
          >
            {newCase.isAskedBy}
          </Tick>
        </div>
      </FormPart>
      {form.isAskedBy && (
        <FormPart title={newCase.askedBy}>
          <Pick
            {...field("askedByRole")}
            label={newCase.askedByRole}
            rule="AUTH-1"
            options={askerCodes.map((code) => ({ value: code, name: words.roles[code] }))}
          />
          <PersonFields
            of="askedBy"
            nameLabel={newCase.askedByName}
            form={form.askedBy}
            onChange={(part) => onChange({ askedBy: { ...form.askedBy, ...part } })}
            autoFocus={form.askedBy.name === ""}
          />
        </FormPart>
      )}
    </>
  );
}
