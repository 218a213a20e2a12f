/** Which letter to write: what fits now first; of the others, why they could not be made final today. */

import { go } from "../../app/places";
import { useAct, useRead } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LetterKindRow } from "../../backend/generated/LetterKindRow";
import { Button } from "../../widgets/Button";
import { Dialog } from "../../widgets/Dialog";
import { ProblemNotice } from "../../widgets/Problems";
import { Rule } from "../../widgets/Rule";
import { words } from "../../words/en-GB";

export function KindsDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { answer, problem } = useRead("letter_kinds", { case: view.case });
  const begin = useAct("letter_begin", { onDone: (letter) => go({ at: "letter", letter: letter.letter }) });
  const { case: said } = words;
  const kinds = answer?.kinds ?? [];
  const groups = [
    { title: said.kindsNow, rows: kinds.filter((row) => row.notNow === "") },
    { title: said.kindsLater, rows: kinds.filter((row) => row.notNow !== "") },
  ];
  const open = (row: LetterKindRow) =>
    row.draft === null
      ? begin.run({ case: view.case, kind: row.kind, party: null, again: null })
      : go({ at: "letter", letter: row.draft });
  const wrong = problem ?? begin.problem;
  return (
    <Dialog title={said.kindsTitle} isOpen onClose={onClose} size="wide">
      {wrong !== undefined && <ProblemNotice problem={wrong} />}
      {groups.map(
        ({ title, rows }) =>
          rows.length > 0 && (
            <section key={title} aria-label={title} className="stack stack--tight">
              <h3>{title}</h3>
              <ul className="lines">
                {rows.map((row) => (
                  <li key={row.kind} className="kind-line">
                    <Button kind={row.isNext ? "second" : "plain"} isDisabled={begin.isBusy} onPress={() => open(row)}>
                      {row.draft === null ? row.title : said.kindGoOn(row.title)}
                    </Button>
                    {row.isNext && <span className="quiet small">{said.kindNext}</span>}
                    {row.notNow !== "" && (
                      <span className="quiet small">
                        {row.notNow} {row.rule !== "" && <Rule id={row.rule} />}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <div className="dialog__feet">
        <Button kind="plain" onPress={onClose}>
          {words.common.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
