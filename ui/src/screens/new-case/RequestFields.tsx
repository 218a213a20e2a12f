/** The fields of a new case, in the order in which one has them at hand. */
import type { Problem } from "../../backend/backend";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LinesField, LongField } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { channelCodes, type RequestForm } from "./requestForm";

type RequestFieldsProps = {
  form: RequestForm;
  onChange: (change: Partial<RequestForm>) => void;
  problem: Problem | undefined;
  /** What the core says about the date while it is typed. */
  dateProblem: string | undefined;
};

export function RequestFields({ form, onChange, problem, dateProblem }: RequestFieldsProps) {
  const { newCase } = words;
  const field = <K extends keyof RequestForm>(key: K) => ({
    id: key,
    value: form[key],
    onChange: (value: RequestForm[K]) => onChange({ [key]: value } as Partial<RequestForm>),
    error: fieldProblem(problem, key),
  });
  return (
    <>
      <LongField {...field("text")} label={newCase.came} help={newCase.cameHelp} rows={5} autoFocus />
      <div className="columns">
        <DateField
          {...field("receivedOn")}
          label={newCase.receivedOn}
          help={newCase.receivedHelp}
          rule={newCase.receivedRule}
          error={fieldProblem(problem, "receivedOn") ?? dateProblem}
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
      <p>
        <span className="field__label">{newCase.right}:</span> {newCase.access}.{" "}
        <span className="quiet small">{newCase.more}</span>
      </p>
      <FormPart title={newCase.who}>
        <div className="columns">
          <Field {...field("name")} label={newCase.name} isRequired />
          <Field
            {...field("salutation")}
            label={newCase.salutation}
            placeholder={newCase.salutationUsual(form.name)}
            isOptional
          />
        </div>
        <div className="columns columns--top">
          <LinesField {...field("address")} label={newCase.address} help={newCase.addressHelp} rows={4} isOptional />
          <div className="stack stack--tight">
            <Field {...field("email")} label={newCase.email} type="email" isOptional />
            <Field {...field("phone")} label={newCase.phone} type="tel" isOptional />
            <Field {...field("theirReference")} label={newCase.theirReference} isOptional />
          </div>
        </div>
      </FormPart>
    </>
  );
}
