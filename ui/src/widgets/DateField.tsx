/**
 * A date, typed as day, month, year in one go: a full part moves on to the next. A month can be typed by name and a whole
 * date pasted. A date that does not exist is never bent into one that does: it is named.
 */
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { words } from "../words/en-GB";
import "./field.css";
import { type Fault, useFault, useFieldError } from "./FormContext";
import { FieldRule } from "./Rule";
import { asTyped, fromPasted, nothingTyped, parts, readTyped, type Typed, wholeYear } from "./typedDate";

type DateFieldProps = {
  label: string;
  /** The field's name in the request: the summary of problems finds it by this. */
  id: string;
  /** `YYYY-MM-DD`; null while it is not a date. */
  value: string | null;
  onChange: (value: string | null) => void;
  help?: string;
  rule?: string;
  error?: string | undefined;
  beside?: ReactNode;
  isRequired?: boolean;
  isOptional?: boolean;
};

const lengths = { day: 2, month: 2, year: 4 };

export function DateField(props: DateFieldProps) {
  const { label, id, value, onChange, help, rule, beside, isRequired = false, isOptional = false } = props;
  const [typed, setTyped] = useState<Typed>(() => asTyped(value));
  const [isLeft, setLeft] = useState(false);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);

  // What the owner of the value says counts; what is not a date yet is only known here.
  const own = readTyped(typed);
  const ownDay = own.is === "date" ? own.day : null;
  const shown = value === ownDay ? typed : value === null ? nothingTyped : asTyped(value);
  const reading = value === ownDay ? own : readTyped(shown);

  const change = (next: Typed) => {
    setTyped(next);
    const read = readTyped(next);
    const day = read.is === "date" ? read.day : null;
    if (day !== value) onChange(day);
  };

  const fault = (): Fault | undefined => {
    switch (reading.is) {
      case "date":
        return undefined;
      case "empty":
        return isRequired ? { message: words.date.missing(label), stops: true } : undefined;
      case "incomplete":
        return { message: words.date.incomplete(label, reading.missing), stops: true };
      case "impossible":
        return { message: reading.message, stops: true };
    }
  };
  useFault(id, fault);

  const isWrong = reading.is === "impossible" || (reading.is === "incomplete" && isLeft);
  const given = useFieldError(id, JSON.stringify(shown), props.error);
  const error = isWrong ? fault()?.message : given;

  // Whoever comes from another part types over what is there, unless its first digit has just been typed.
  const isTypedInto = useRef(false);
  const reach = (place: number, at: "all" | "end" = "all") => {
    isTypedInto.current = at === "end";
    inputs.current[place]?.focus();
  };

  const press = (event: KeyboardEvent<HTMLInputElement>, place: number) => {
    const input = event.currentTarget;
    const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const isAtEnd = input.selectionStart === input.value.length;
    const isMoveOn = /^[/. -]$/.test(event.key);
    if (isMoveOn) event.preventDefault();
    if (isMoveOn && input.value !== "") reach(place + 1);
    else if (event.key === "ArrowRight" && isAtEnd && place < 2) {
      event.preventDefault();
      reach(place + 1);
    } else if (event.key === "ArrowLeft" && isAtStart && place > 0) {
      event.preventDefault();
      reach(place - 1);
    } else if (event.key === "Backspace" && input.value === "" && place > 0) {
      event.preventDefault();
      reach(place - 1);
    }
  };

  const paste = (event: ClipboardEvent) => {
    const pasted = fromPasted(event.clipboardData.getData("text"));
    if (pasted === undefined) return;
    event.preventDefault();
    change(pasted);
    reach(2);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand beside the rule
    <div
      id={id}
      role="group"
      className="field"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-error ${id}-help`}
      onFocus={() => setLeft(false)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setLeft(true);
        const year = wholeYear(shown.year);
        if (year !== shown.year) change({ ...shown, year });
      }}
    >
      <div className="field__head">
        <span id={`${id}-label`} className="field__label">
          {label}
          {isOptional && <span className="field__optional"> ({words.common.optional})</span>}
        </span>
      </div>
      {help !== undefined && (
        <span id={`${id}-help`} className="field__help">
          {help}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className="field__error">
          {error}
        </span>
      )}
      <div className="row">
        <div className="field__date" data-invalid={error !== undefined || undefined}>
          {parts.map((part, place) => (
            <span key={part} className="field__part">
              {place > 0 && <span aria-hidden="true">/</span>}
              <input
                ref={(input) => {
                  inputs.current[place] = input;
                }}
                className={`field__segment field__segment--${part}`}
                style={shown[part].length > lengths[part] ? { width: `${shown[part].length * 0.62 + 1}em` } : undefined}
                aria-label={words.date.parts[part]}
                aria-invalid={error !== undefined || undefined}
                aria-required={isRequired || undefined}
                // A month may be typed by name.
                inputMode={part === "month" ? "text" : "numeric"}
                autoComplete="off"
                spellCheck={false}
                placeholder={words.date.placeholders[part]}
                maxLength={part === "month" ? 9 : lengths[part]}
                value={shown[part]}
                onFocus={(event) => {
                  if (!isTypedInto.current) event.currentTarget.select();
                  isTypedInto.current = false;
                }}
                onKeyDown={(event) => press(event, place)}
                onPaste={paste}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  const [, named, year] = part === "month" ? (text.match(/^([a-z]{3,})(\d+)$/i) ?? []) : [];
                  if (named !== undefined && year !== undefined) {
                    change({ ...shown, month: named, year });
                    reach(2, "end");
                    return;
                  }
                  change({ ...shown, [part]: text });
                  const isFull = /^\d+$/.test(text) && text.length >= lengths[part];
                  // "4" can only be the 4th, and the 4th month.
                  const isSure = /^\d$/.test(text) && part !== "year" && Number(text) > (part === "day" ? 3 : 1);
                  if (place < 2 && (isFull || isSure)) reach(place + 1);
                }}
              />
            </span>
          ))}
        </div>
        <span className="field__beside" aria-live="polite">
          {reading.is === "date" && words.dates.weekday(reading.day)}
          {beside}
        </span>
      </div>
      <FieldRule id={rule} />
    </div>
  );
}
