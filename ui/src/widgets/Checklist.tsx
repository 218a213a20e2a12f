/** Lines that are in or out: each with a tick, each can be reworded, and one can add one's own. */
import { Plus, Undo2 } from "lucide-react";
import { useState } from "react";
import { Input, TextField } from "react-aria-components";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import "./checklist.css";
import { Tick } from "./Choice";
import { useFieldError } from "./FormContext";
import { FieldRule } from "./Rule";

export type CheckLine = {
  id: string;
  text: string;
  isIn: boolean;
  /** As it came, where it has been reworded; undefined for a line of one's own. */
  original?: string | undefined;
  /** Where it comes from: "register, checked 3 November 2026". */
  aside?: string;
};

type ChecklistProps = {
  label: string;
  id: string;
  lines: readonly CheckLine[];
  onChange: (lines: CheckLine[]) => void;
  help?: string;
  rule?: string;
  error?: string | undefined;
  /** Lines can be reworded and added. */
  isEditable?: boolean;
};

export function Checklist({ label, id, lines, onChange, help, rule, isEditable = false, ...rest }: ChecklistProps) {
  const error = useFieldError(id, JSON.stringify(lines), rest.error);
  const [edited, setEdited] = useState<string>();
  const [made, setMade] = useState(0);
  const { checklist } = words;
  const change = (line: CheckLine, part: Partial<CheckLine>) =>
    onChange(lines.map((one) => (one.id === line.id ? { ...one, ...part } : one)));

  const add = () => {
    const line = { id: `${id}-own-${made}-${lines.length}`, text: "", isIn: true };
    setMade(made + 1);
    setEdited(line.id);
    onChange([...lines, line]);
  };

  const isIn = lines.filter((line) => line.isIn).length;
  return (
    <fieldset id={id} className="checklist" aria-describedby={`${id}-help ${id}-error`}>
      <legend className="field__head">
        <span className="field__label">{label}</span>
        <span className="checklist__count">{checklist.count(isIn, lines.length)}</span>
      </legend>
      {help !== undefined && (
        <p id={`${id}-help`} className="field__help">
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
      <ul className="checklist__lines">
        {lines.map((line) => (
          <li key={line.id} className="checklist__line" data-out={!line.isIn || undefined}>
            {edited === line.id ? (
              <TextField
                aria-label={checklist.wording(label)}
                className="checklist__edit"
                value={line.text}
                autoFocus
                onChange={(text) => change(line, { text })}
                onBlur={() => {
                  setEdited(undefined);
                  if (line.text.trim() === "" && line.original === undefined) {
                    onChange(lines.filter((one) => one.id !== line.id));
                  }
                }}
              >
                <Input
                  className="field__input"
                  onKeyDown={(event) => {
                    if (event.key !== "Enter" || event.ctrlKey) return;
                    event.preventDefault();
                    event.currentTarget.blur();
                  }}
                />
              </TextField>
            ) : (
              <Tick
                id={`${id}.${line.id}`}
                isSelected={line.isIn}
                onChange={(isIn) => change(line, { isIn })}
                {...(line.aside !== undefined && line.aside !== "" && { help: line.aside })}
              >
                {line.text}
              </Tick>
            )}
            {isEditable && edited !== line.id && (
              <span className="checklist__do">
                {line.original !== undefined && line.original !== line.text && (
                  <Button
                    kind="plain"
                    icon={Undo2}
                    name={checklist.asItWasOf(line.text)}
                    onPress={() => change(line, { text: line.original ?? line.text })}
                  >
                    {checklist.asItWas}
                  </Button>
                )}
                <Button kind="plain" name={checklist.rewordOf(line.text)} onPress={() => setEdited(line.id)}>
                  {checklist.reword}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {isEditable && (
        <div>
          <Button kind="plain" icon={Plus} onPress={add}>
            {checklist.add}
          </Button>
        </div>
      )}
      <FieldRule id={rule} />
    </fieldset>
  );
}
