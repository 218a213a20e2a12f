/** Things that are chosen and put in order, with buttons alone: up, down, out, and in again at the end. */
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { words } from "../words/en-GB";
import "./arrange.css";
import { Button } from "./Button";
import { useFieldError } from "./FormContext";
import { Rule } from "./Rule";

export type ArrangeLine = { id: string; text: string; aside?: string };

type ArrangeProps = {
  /** The field's name in the request: the summary of problems finds it by this. */
  id: string;
  /** What is in, in order. */
  label: string;
  /** What is out. */
  leftLabel: string;
  emptyText: string;
  lines: readonly ArrangeLine[];
  /** The ids of those that are in, in order. */
  value: readonly string[];
  onChange: (value: string[]) => void;
  rule?: string;
  error?: string | undefined;
};

type Move = "up" | "down";

export function Arrange({ id, label, leftLabel, emptyText, lines, value, onChange, rule, ...rest }: ArrangeProps) {
  const error = useFieldError(id, value.join(), rest.error);
  const frame = useRef<HTMLFieldSetElement>(null);
  // What was pressed keeps the focus when its line has moved away from under it.
  const [pressed, setPressed] = useState<{ line: string; by: Move | "other" }>();
  const [said, setSaid] = useState("");
  const { arrange } = words;
  const chosen = value.flatMap((one) => lines.find((line) => line.id === one) ?? []);
  const left = lines.filter((line) => !value.includes(line.id));

  useEffect(() => {
    if (pressed === undefined) return;
    const line = frame.current?.querySelector(`[data-line="${CSS.escape(pressed.line)}"]`);
    const usable = [...(line?.querySelectorAll<HTMLButtonElement>("button:not([disabled])") ?? [])];
    (
      usable.find((button) => button.closest("[data-move]")?.getAttribute("data-move") === pressed.by) ?? usable[0]
    )?.focus();
  }, [pressed]);

  const move = (line: ArrangeLine, by: Move) => {
    const from = value.indexOf(line.id);
    const to = by === "up" ? from - 1 : from + 1;
    const other = value[to];
    if (other === undefined) return;
    const next = [...value];
    next[to] = line.id;
    next[from] = other;
    onChange(next);
    setPressed({ line: line.id, by });
    setSaid(arrange.now(line.text, to + 1, value.length));
  };
  const leaveOut = (line: ArrangeLine) => {
    onChange(value.filter((one) => one !== line.id));
    setPressed({ line: line.id, by: "other" });
    setSaid(arrange.isOut(line.text));
  };
  const putIn = (line: ArrangeLine) => {
    onChange([...value, line.id]);
    setPressed({ line: line.id, by: "other" });
    setSaid(arrange.now(line.text, value.length + 1, value.length + 1));
  };

  return (
    <fieldset ref={frame} id={id} className="arrange" aria-describedby={`${id}-error`}>
      <legend className="field__head">
        <span className="field__label">{label}</span>
        {rule !== undefined && <Rule id={rule} />}
      </legend>
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
      {chosen.length === 0 ? (
        <p className="quiet">{emptyText}</p>
      ) : (
        <ol className="arrange__lines" aria-label={label}>
          {chosen.map((line, place) => (
            <li key={line.id} data-line={line.id} className="arrange__line">
              <span className="arrange__place">{place + 1}</span>
              <What line={line} />
              <span className="arrange__do">
                <span data-move="up">
                  <Button
                    kind="plain"
                    icon={ArrowUp}
                    name={arrange.upOf(line.text)}
                    isDisabled={place === 0}
                    onPress={() => move(line, "up")}
                  >
                    {arrange.up}
                  </Button>
                </span>
                <span data-move="down">
                  <Button
                    kind="plain"
                    icon={ArrowDown}
                    name={arrange.downOf(line.text)}
                    isDisabled={place === chosen.length - 1}
                    onPress={() => move(line, "down")}
                  >
                    {arrange.down}
                  </Button>
                </span>
                <span data-move="other">
                  <Button kind="plain" name={arrange.outOf(line.text)} onPress={() => leaveOut(line)}>
                    {arrange.out}
                  </Button>
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <>
          <p className="field__label">{leftLabel}</p>
          <ul className="arrange__lines" aria-label={leftLabel}>
            {left.map((line) => (
              <li key={line.id} data-line={line.id} className="arrange__line">
                <What line={line} />
                <span className="arrange__do" data-move="other">
                  <Button kind="plain" name={arrange.intoOf(line.text)} onPress={() => putIn(line)}>
                    {arrange.into}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
    </fieldset>
  );
}

function What({ line }: { line: ArrangeLine }) {
  return (
    <span className="arrange__what">
      <span className="arrange__text">{line.text}</span>
      {line.aside !== undefined && line.aside !== "" && <span className="quiet small">{line.aside}</span>}
    </span>
  );
}
