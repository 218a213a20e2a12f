/** While a person is typed: who in earlier cases looks like them. That it is the same person, only the DPO can say. */
import { useMemo } from "react";
import { useRead } from "../../backend/call";
import { useSettled } from "../../backend/settled";
import { Button } from "../../widgets/Button";
import { filledLines } from "../../widgets/Field";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import { AlikeList } from "../case/Earlier";
import type { RequestForm } from "./requestForm";

type AlikeProps = {
  form: Pick<RequestForm, "name" | "email" | "address" | "samePerson">;
  onChange: (change: Partial<RequestForm>) => void;
};

export function Alike({ form, onChange }: AlikeProps) {
  const { name, email, address, samePerson } = form;
  const typed = useSettled(
    useMemo(() => ({ name, email, address: filledLines(address) }), [name, email, address]),
    300,
  );
  const isTooLittle = typed.name.trim().length < 3 && typed.email.trim().length < 5 && typed.address.length === 0;
  const { answer } = useRead("people_alike", typed, { skip: isTooLittle || samePerson !== null });
  const { newCase } = words;
  if (samePerson !== null) {
    return (
      <Notice>
        <p>{newCase.samePerson(samePerson.who, samePerson.reference)}</p>
        <div>
          <Button kind="plain" onPress={() => onChange({ samePerson: null })}>
            {newCase.notSame}
          </Button>
        </div>
      </Notice>
    );
  }
  const rows = isTooLittle ? [] : (answer?.rows ?? []);
  return (
    <div aria-live="polite" className="alike-found">
      {rows.length > 0 && (
        <>
          <h2 className="field__label">{newCase.alike}</h2>
          <AlikeList
            name={newCase.alike}
            rows={rows}
            more={answer?.more ?? 0}
            onSame={({ person, who, reference }) => onChange({ samePerson: { person, who, reference } })}
          />
        </>
      )}
    </div>
  );
}
