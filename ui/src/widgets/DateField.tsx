/** A date, typed as day, month, year; the weekday and whatever else follows from it appear beside it. */
import { type CalendarDate, parseDate } from "@internationalized/date";
import { type ReactNode, useState } from "react";
import { DateField as AriaDateField, DateInput, DateSegment, FieldError, Label, Text } from "react-aria-components";
import { words } from "../words/en-GB";
import "./field.css";
import { Rule } from "./Rule";

type DateFieldProps = {
  label: string;
  id: string;
  /** `YYYY-MM-DD`; null while it is not complete. */
  value: string | null;
  onChange: (value: string | null) => void;
  help?: string;
  rule?: string;
  error?: string | undefined;
  beside?: ReactNode;
  isRequired?: boolean;
};

const asDate = (value: string | null): CalendarDate | null => {
  if (value === null) return null;
  try {
    return parseDate(value);
  } catch {
    return null;
  }
};

export function DateField({
  label,
  id,
  value,
  onChange,
  help,
  rule,
  error,
  beside,
  isRequired = false,
}: DateFieldProps) {
  // While a year is being typed ("2", "20", "202") the date is complete but not meant: it counts from four digits on.
  const [typed, setTyped] = useState<CalendarDate | null>(() => asDate(value));
  const shown = value !== null && typed?.toString() !== value ? asDate(value) : typed;
  return (
    <AriaDateField
      id={id}
      className="field"
      value={shown}
      onChange={(date) => {
        setTyped(date);
        onChange(date === null || date.year < 1900 ? null : date.toString());
      }}
      isInvalid={error !== undefined}
      isRequired={isRequired}
      shouldForceLeadingZeros={false}
      validationBehavior="aria"
    >
      <div className="field__head">
        <Label className="field__label">{label}</Label>
        {rule !== undefined && <Rule id={rule} />}
      </div>
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
      <div className="row">
        <DateInput className="field__date">
          {(segment) => <DateSegment segment={segment} className="field__segment" />}
        </DateInput>
        <span className="field__beside" aria-live="polite">
          {value !== null && words.dates.weekday(value)}
          {beside}
        </span>
      </div>
    </AriaDateField>
  );
}
