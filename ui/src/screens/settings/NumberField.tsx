/** A whole number, typed. What is no number is said beside it and stops the form. */
import { useState } from "react";
import { Field } from "../../widgets/Field";
import { useFault } from "../../widgets/FormContext";

type Props = {
  id: string;
  label: string;
  /** Null while nothing is typed. */
  value: number | null;
  onChange: (value: number | null) => void;
  unit: string;
  notANumber: string;
  help?: string;
  rule?: string;
  isOptional?: boolean;
};

const read = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null);

export function NumberField({ id, label, value, onChange, unit, notANumber, isOptional = false, ...rest }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const isWrong = read(text) === null && !(isOptional && text.trim() === "");
  useFault(id, () => (isWrong ? { message: notANumber, stops: true } : undefined));
  return (
    <Field
      {...rest}
      id={id}
      label={label}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(read(typed));
      }}
      error={isWrong && text.trim() !== "" ? notANumber : undefined}
      inputMode="numeric"
      unit={unit}
      width="short"
      isOptional={isOptional}
    />
  );
}
