/** The rest of the filter: by status, by what is asked, by last day. */
import { useRead } from "../../backend/call";
import type { RightCode } from "../../backend/generated/RightCode";
import { Button } from "../../widgets/Button";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { words } from "../../words/en-GB";
import { type CasesView, narrowings, unNarrowed } from "./casesView";

const any = "any";

export function CasesFilter({ view, onChange }: { view: CasesView; onChange: (part: Partial<CasesView>) => void }) {
  const { answer } = useRead("cases_choices", {});
  const { cases } = words;
  const named = (choices: readonly { code: string; words: string }[] = []) => [
    { value: any, name: cases.any },
    ...choices.map(({ code, words: name }) => ({ value: code, name })),
  ];
  return (
    <div className="cases__filter">
      <Pick
        id="status"
        label={cases.status}
        value={view.status ?? any}
        onChange={(code) => onChange({ status: code === any ? null : code })}
        options={named(answer?.statuses)}
      />
      {(answer?.rights.length ?? 0) > 1 && (
        <Pick
          id="right"
          label={cases.right}
          value={view.right ?? any}
          // The codes come from the core, which knows them all.
          onChange={(code) => onChange({ right: code === any ? null : (code as RightCode) })}
          options={named(answer?.rights)}
        />
      )}
      <DateField
        id="dueFrom"
        label={cases.dueFrom}
        value={view.dueFrom}
        onChange={(dueFrom) => onChange({ dueFrom })}
      />
      <DateField id="dueTo" label={cases.dueTo} value={view.dueTo} onChange={(dueTo) => onChange({ dueTo })} />
      {narrowings(view) > 0 && (
        <Button kind="plain" onPress={() => onChange(unNarrowed)}>
          {cases.clear}
        </Button>
      )}
    </div>
  );
}
