/** The organisation and its DPO as they stand on letters. */
import type { NationCode } from "../../backend/generated/NationCode";
import type { OrganisationForm } from "../../backend/generated/OrganisationForm";
import { Choice } from "../../widgets/Choice";
import { Field, LinesField } from "../../widgets/Field";
import { FormPart } from "../../widgets/Form";
import { words } from "../../words/en-GB";

export type PartProps<T> = { value: T; onChange: (change: Partial<T>) => void };

const nations: readonly NationCode[] = ["EW", "SC", "NI"];

export function OrganisationPart({ value, onChange }: PartProps<OrganisationForm>) {
  const said = words.settings.organisation;
  const field = <K extends keyof OrganisationForm>(key: K) => ({
    id: `organisation.${key}`,
    value: value[key],
    onChange: (text: OrganisationForm[K]) => onChange({ [key]: text } as Partial<OrganisationForm>),
  });
  return (
    <>
      <FormPart title={said.title}>
        <Field {...field("name")} label={said.name} isRequired />
        <div className="columns">
          <Field
            {...field("companyNumber")}
            label={said.companyNumber}
            help={said.companyNumberHelp}
            isCode
            isRequired
          />
          <Field {...field("registeredIn")} label={said.registeredIn} help={said.registeredInHelp} isRequired />
        </div>
        <div className="columns">
          <LinesField
            {...field("registeredOffice")}
            label={said.registeredOffice}
            help={said.registeredOfficeHelp}
            rows={4}
            isRequired
          />
          <LinesField {...field("address")} label={said.address} help={said.addressHelp} rows={4} isRequired />
        </div>
        <div className="columns">
          <Field {...field("email")} label={said.email} type="email" isRequired />
          <Field {...field("phone")} label={said.phone} type="tel" isOptional />
          <Field {...field("website")} label={said.website} type="url" isOptional />
        </div>
      </FormPart>
      <FormPart title={said.dpoTitle}>
        <div className="columns">
          <Field {...field("dpoName")} label={said.dpoName} help={said.dpoNameHelp} isRequired />
          <Field {...field("dpoRole")} label={said.dpoRole} help={said.dpoRoleHelp} isRequired />
        </div>
        <Choice
          {...field("officeNation")}
          label={said.nation}
          help={said.nationHelp}
          rule={said.nationRule}
          options={nations.map((nation) => ({ value: nation, name: words.nations[nation] }))}
        />
      </FormPart>
    </>
  );
}
