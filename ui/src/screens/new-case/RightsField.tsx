/** What a request asks for: access as a rule, and the other rights one press away. Each has its own clock. */
import { useState } from "react";
import type { RightCode } from "../../backend/generated/RightCode";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { Tick } from "../../widgets/Choice";
import { useFault, useFieldError } from "../../widgets/FormContext";
import { words } from "../../words/en-GB";
import { rightCodes } from "./requestForm";

type RightsFieldProps = { id: string; value: RightCode[]; onChange: (rights: RightCode[]) => void };

export function RightsField({ id, value, onChange }: RightsFieldProps) {
  const { newCase } = words;
  const error = useFieldError(id, value.join());
  useFault(id, () => (value.length === 0 ? { message: newCase.rightNone, stops: true } : undefined));
  const others = value.filter((code) => code !== "access");
  const [asksForMore, setAsksForMore] = useState(false);
  const isOpen = asksForMore || others.length > 0 || value.length === 0;
  const shown = isOpen ? rightCodes : (["access"] as const);
  return (
    <fieldset id={id} className="rights" aria-describedby={`${id}-error`}>
      <legend className="field__label">{newCase.right}</legend>
      {isOpen && <p className="field__help">{newCase.rightsHelp}</p>}
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
      <div className="rights__list">
        {shown.map((code) => (
          <Tick
            key={code}
            id={`${id}.${code}`}
            isSelected={value.includes(code)}
            onChange={(isIn) => onChange(rightCodes.filter((one) => (one === code ? isIn : value.includes(one))))}
          >
            {words.rights[code]}
          </Tick>
        ))}
        {!isOpen && (
          <Button kind="plain" isExpanded={false} onPress={() => setAsksForMore(true)}>
            {newCase.rightsMore}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <Callout is="advisory" rule="MULTI-1">
          {newCase.tracked(others.length)}
        </Callout>
      )}
    </fieldset>
  );
}
