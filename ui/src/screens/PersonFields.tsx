/** How somebody is named and reached: the same fields when they enter a case and when they are corrected. */
import type { ReactNode } from "react";
import { Field, filledLines, LinesField } from "../widgets/Field";
import { words } from "../words/en-GB";

export type PersonForm = { name: string; salutation: string; address: string[]; email: string; phone: string };

export const nobody: PersonForm = { name: "", salutation: "", address: [], email: "", phone: "" };

/** As it is sent: without empty lines. */
export const toPerson = ({ name, salutation, address, email, phone }: PersonForm): PersonForm => ({
  name,
  salutation,
  address: filledLines(address),
  email,
  phone,
});

type PersonFieldsProps = {
  form: PersonForm;
  onChange: (part: Partial<PersonForm>) => void;
  /** Where a form has two people: the id of the name's field, and with a dash the beginning of the other ids. */
  of?: string;
  nameLabel?: string;
  autoFocus?: boolean;
  /** More fields, under e-mail and telephone. */
  children?: ReactNode;
};

export function PersonFields({ form, onChange, of, nameLabel, autoFocus = false, children }: PersonFieldsProps) {
  const { newCase } = words;
  const field = <K extends keyof PersonForm>(key: K) => ({
    id: of === undefined ? key : key === "name" ? of : `${of}-${key}`,
    value: form[key],
    onChange: (value: PersonForm[K]) => onChange({ [key]: value }),
  });
  return (
    <>
      <div className="columns">
        <Field {...field("name")} label={nameLabel ?? newCase.name} isRequired autoFocus={autoFocus} />
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
          {children}
        </div>
      </div>
    </>
  );
}
