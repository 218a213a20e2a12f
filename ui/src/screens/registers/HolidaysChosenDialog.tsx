/** What a chosen list would change, before it is taken over. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { HolidayDifference } from "../../backend/generated/HolidayDifference";
import type { HolidaysChosen } from "../../backend/generated/HolidaysChosen";
import type { LastDayMove } from "../../backend/generated/LastDayMove";
import { useAnnounce } from "../../widgets/Announcements";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { Rows, type RowsColumn } from "../../widgets/Rows";
import { words } from "../../words/en-GB";

export function HolidaysChosenDialog({ chosen, onClose }: { chosen: HolidaysChosen; onClose: () => void }) {
  const said = words.holidays.chosen;
  const [source, setSource] = useState(said.usualSource);
  const announce = useAnnounce();
  const apply = useAct("holidays_apply", {
    onDone: ({ sentence }) => {
      announce(sentence);
      onClose();
    },
  });
  const differs: RowsColumn<HolidayDifference>[] = [
    { key: "day", title: said.day, cell: (row) => row.words },
    { key: "name", title: said.name, cell: (row) => row.title },
    { key: "place", title: said.place, cell: (row) => row.place },
    { key: "change", title: said.change, cell: (row) => (row.isAdded ? said.isAdded : said.isRemoved) },
  ];
  const moves: RowsColumn<LastDayMove>[] = [
    { key: "case", title: said.case, width: "9.5rem", cell: (row) => row.reference },
    { key: "who", title: said.who, cell: (row) => row.who },
    { key: "right", title: said.right, cell: (row) => row.right },
    { key: "was", title: said.was, isWhole: true, cell: (row) => row.was },
    { key: "now", title: said.now, isWhole: true, cell: (row) => row.now },
  ];
  const isSame = chosen.differences.length === 0;
  return (
    <FormDialog
      title={said.title}
      intro={isSame ? `${chosen.sentence} ${said.same}` : chosen.sentence}
      isOpen
      size="wide"
      onClose={onClose}
      problem={apply.problem}
      submit={said.submit}
      busy={apply.isBusy && words.common.busy}
      onSubmit={() => apply.run({ revision: chosen.revision, sha256: chosen.sha256, source })}
    >
      {!isSame && (
        <section className="stack stack--tight">
          <h3 className="eyebrow">{said.differences(chosen.differences.length)}</h3>
          <Rows
            name={said.differences(chosen.differences.length)}
            columns={differs}
            rows={chosen.differences}
            keyOf={(row) => `${row.place} ${row.on}`}
          />
          <h3 className="eyebrow">{said.moves}</h3>
          {chosen.moves.length === 0 ? (
            <p>{said.noMoves}</p>
          ) : (
            <Rows
              name={said.moves}
              columns={moves}
              rows={chosen.moves}
              keyOf={(row) => `${row.case} ${row.right}`}
              foot={chosen.moreMoves > 0 ? said.more(chosen.moreMoves) : undefined}
            />
          )}
        </section>
      )}
      <Field id="source" label={said.source} value={source} onChange={setSource} isRequired autoFocus />
    </FormDialog>
  );
}
