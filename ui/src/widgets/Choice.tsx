/** Choosing one of a few: as a list with room for help, as a row of segments, or from a menu; and a tick. */
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Checkbox,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import { words } from "../words/en-GB";
import "./field.css";
import { useFieldError } from "./FormContext";
import { FieldRule } from "./Rule";

type Option<T extends string> = { value: T; name: string; help?: string };

type ChoiceProps<T extends string> = {
  label: string;
  id: string;
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  help?: string;
  rule?: string;
  error?: string | undefined;
};

const find = <T extends string>(options: readonly Option<T>[], value: unknown): T | undefined =>
  options.find((option) => option.value === value)?.value;

function Head({ label, help }: { label: string; help?: string | undefined }) {
  return (
    <>
      <div className="field__head">
        <Label className="field__label">{label}</Label>
      </div>
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
    </>
  );
}

/** All options in view, each with room for a line of help. */
export function Choice<T extends string>({ options, value, onChange, ...rest }: ChoiceProps<T>) {
  const error = useFieldError(rest.id, value ?? "", rest.error);
  return (
    <RadioGroup
      id={rest.id}
      className="choice"
      value={value}
      onChange={(chosen) => {
        const found = find(options, chosen);
        if (found !== undefined) onChange(found);
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Head {...rest} />
      <FieldError className="field__error">{error}</FieldError>
      <div className="choice__list">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice__one">
            <span className="choice__mark" />
            <span>{option.name}</span>
            {option.help !== undefined && <span className="choice__help">{option.help}</span>}
          </Radio>
        ))}
      </div>
      <FieldRule id={rest.rule} />
    </RadioGroup>
  );
}

/** A short row, for filters and the like. The label is for screen readers only. */
export function Segments<T extends string>({ label, id, options, value, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup
      id={id}
      aria-label={label}
      orientation="horizontal"
      className="segments"
      value={value}
      onChange={(chosen) => {
        const found = find(options, chosen);
        if (found !== undefined) onChange(found);
      }}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="segments__one">
          {option.name}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** A menu of options; typing a letter moves to the option that begins with it. */
export function Pick<T extends string>({
  options,
  value,
  onChange,
  isLabelHidden = false,
  ...rest
}: ChoiceProps<T> & { isLabelHidden?: boolean }) {
  const error = useFieldError(rest.id, value ?? "", rest.error);
  return (
    <Select
      id={rest.id}
      className="field"
      value={value}
      onChange={(chosen) => {
        const found = find(options, chosen);
        if (found !== undefined) onChange(found);
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(isLabelHidden && { "aria-label": rest.label })}
    >
      {!isLabelHidden && <Head {...rest} />}
      <FieldError className="field__error">{error}</FieldError>
      <Button className="select__button">
        <SelectValue<object>>
          {({ isPlaceholder, defaultChildren }) => (isPlaceholder ? words.common.choose : defaultChildren)}
        </SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.name} className="options__one">
              {option.name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
      {!isLabelHidden && <FieldRule id={rest.rule} />}
    </Select>
  );
}

type TickProps = {
  children: ReactNode;
  id: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  help?: string;
};

export function Tick({ children, id, isSelected, onChange, help }: TickProps) {
  useFieldError(id, String(isSelected));
  return (
    <Checkbox id={id} className="tick" isSelected={isSelected} onChange={onChange}>
      <span className="tick__mark">{isSelected && <Check size={14} strokeWidth={3.5} aria-hidden="true" />}</span>
      <span>{children}</span>
      {help !== undefined && <span className="choice__help">{help}</span>}
    </Checkbox>
  );
}
