/** Fields one types into. The label is always visible; help and error stand between label and field. */
import { type ReactNode, useState } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import { words } from "../words/en-GB";
import "./field.css";
import { Button } from "./Button";
import { useFault, useFieldError } from "./FormContext";
import { FieldRule } from "./Rule";

type Common = {
  label: string;
  /** The field's name in the request: the summary of problems finds it by this. */
  id: string;
  value: string;
  onChange: (value: string) => void;
  help?: ReactNode;
  error?: string | undefined;
  /** The rule that wants it. */
  rule?: string | undefined;
  isOptional?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  isReadOnly?: boolean;
};

type TextProps = Common & {
  type?: "text" | "email" | "tel" | "url" | "password";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "decimal";
  /** Where what is typed is code-like: no spelling marks, even digits. */
  isCode?: boolean;
  width?: "short" | "middle" | "full";
  /** What stands there when it is left empty; never an instruction. */
  placeholder?: string;
  unit?: string;
};

type LongProps = Common & { rows?: number };

function Above({ label, help, isOptional }: Pick<Common, "label" | "help" | "isOptional">) {
  return (
    <>
      <div className="field__head">
        <Label className="field__label">
          {label}
          {isOptional && <span className="field__optional"> ({words.common.optional})</span>}
        </Label>
      </div>
      {help !== undefined && help !== "" && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
    </>
  );
}

/** What every field hands to its widget; its error may come from the form it stands in. */
function useShared(props: Common & { value: string }) {
  const error = useFieldError(props.id, props.value, props.error);
  useFault(props.id, () =>
    props.isRequired && props.value.trim() === ""
      ? { message: words.common.isEmpty(props.label), stops: false }
      : undefined,
  );
  return { error, shared: shared(props, error) };
}

function shared(props: Common, error: string | undefined) {
  return {
    id: props.id,
    value: props.value,
    onChange: props.onChange,
    isInvalid: error !== undefined,
    isRequired: props.isRequired ?? false,
    isReadOnly: props.isReadOnly ?? false,
    autoFocus: props.autoFocus ?? false,
    validationBehavior: "aria" as const,
  };
}

export function Field(props: TextProps) {
  const { type = "text", autoComplete = "off", width = "full", isCode = false, inputMode, unit } = props;
  const { error, shared } = useShared(props);
  return (
    <TextField {...shared} type={type} autoComplete={autoComplete} className={`field field--${width}`}>
      <Above {...props} />
      <FieldError className="field__error">{error}</FieldError>
      <div className="field__line">
        <Input
          className={isCode ? "field__input field__input--code" : "field__input"}
          spellCheck={isCode || type !== "text" ? "false" : "true"}
          {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
          {...(inputMode !== undefined && { inputMode })}
        />
        {unit !== undefined && <span className="field__unit">{unit}</span>}
      </div>
      <FieldRule id={props.rule} />
    </TextField>
  );
}

/** Several lines of text. */
export function LongField(props: LongProps) {
  const { rows = 4 } = props;
  const { error, shared } = useShared(props);
  return (
    <TextField {...shared} className="field">
      <Above {...props} />
      <FieldError className="field__error">{error}</FieldError>
      <TextArea
        className="field__input field__input--long"
        rows={rows}
        // Where the browser can, the field grows with its text; this is the least.
        style={{ minHeight: `calc(${rows * 1.5}em + 14px)` }}
        spellCheck="true"
      />
      <FieldRule id={props.rule} />
    </TextField>
  );
}

type LinesProps = Omit<LongProps, "value" | "onChange"> & {
  value: readonly string[];
  onChange: (lines: string[]) => void;
};

/** An address or another list of lines. Empty lines in the middle are kept while typing. */
export function LinesField({ value, onChange, ...rest }: LinesProps) {
  return <LongField {...rest} value={value.join("\n")} onChange={(text) => onChange(text.split("\n"))} />;
}

/** Lines as they are sent: without empty ones. */
export const filledLines = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== "");

/** A passphrase: hidden, with a button that shows it. */
export function SecretField(props: Common & { autoComplete?: string; status?: ReactNode }) {
  const [isShown, setShown] = useState(false);
  const { error, shared } = useShared(props);
  return (
    <TextField
      {...shared}
      type={isShown ? "text" : "password"}
      autoComplete={props.autoComplete ?? "off"}
      className="field"
    >
      <Above {...props} />
      <FieldError className="field__error">{error}</FieldError>
      <div className="field__line">
        <Input className="field__input" spellCheck="false" autoCapitalize="off" />
        <Button
          name={`${isShown ? words.common.hidden : words.common.shown}: ${props.label}`}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? words.common.hidden : words.common.shown}
        </Button>
      </div>
      {props.status}
      <FieldRule id={props.rule} />
    </TextField>
  );
}
