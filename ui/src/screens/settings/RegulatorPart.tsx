/** The regulator as it stands on letters: looked up and confirmed by the DPO (LAW-6). */
import type { RegulatorForm } from "../../backend/generated/RegulatorForm";
import { Callout } from "../../widgets/Callout";
import { Tick } from "../../widgets/Choice";
import { Field, LinesField } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { Rule } from "../../widgets/Rule";
import { words } from "../../words/en-GB";
import type { PartProps } from "./OrganisationPart";

export function RegulatorPart({ value, onChange }: PartProps<RegulatorForm>) {
  const said = words.settings.regulator;
  const field = <K extends Exclude<keyof RegulatorForm, "warning">>(key: K) => ({
    id: `regulator.${key}`,
    value: value[key],
    // Another fact is another thing to confirm.
    onChange: (text: RegulatorForm[K]) => onChange({ [key]: text, confirmed: false } as Partial<RegulatorForm>),
  });
  return (
    <FormPart
      title={said.title}
      note={
        <p>
          {said.intro} <Rule id={said.rule} />
        </p>
      }
    >
      {value.warning !== null && <Callout is="warning">{value.warning}</Callout>}
      <div className="columns">
        <Field {...field("name")} label={said.name} isRequired />
        <Field {...field("shortName")} label={said.shortName} isRequired />
      </div>
      <div className="columns columns--top">
        <LinesField
          {...field("address")}
          label={said.address}
          help={value.address.join("") === "" ? said.addressEmpty : said.addressHelp}
          rows={7}
        />
        <div className="stack">
          <Field {...field("phone")} label={said.phone} type="tel" />
          <Field {...field("website")} label={said.website} type="url" />
          <Field {...field("complaintLink")} label={said.complaintLink} type="url" />
        </div>
      </div>
      <Tick
        id="regulator.confirmed"
        isSelected={value.confirmed}
        onChange={(confirmed) => onChange({ confirmed })}
        help={value.confirmedOn === null ? said.notConfirmed : said.confirmedOn(value.confirmedOn)}
      >
        {said.confirm}
      </Tick>
    </FormPart>
  );
}
