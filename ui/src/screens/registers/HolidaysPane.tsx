/** Which days are holidays: by place, with lists to read in, days to set by hand, and what wants looking after. */
import { CalendarPlus, Check, FileDown } from "lucide-react";
import { useState } from "react";
import { actions } from "../../app/actions";
import { useOffer } from "../../app/shortcuts";
import { useAct, useRead } from "../../backend/call";
import type { HolidayRow } from "../../backend/generated/HolidayRow";
import type { HolidaysChosen } from "../../backend/generated/HolidaysChosen";
import type { PlaceCode } from "../../backend/generated/PlaceCode";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Pick } from "../../widgets/Choice";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Rows, type RowsColumn } from "../../widgets/Rows";
import { words } from "../../words/en-GB";
import { HolidaySetDialog, type SetAsked } from "./HolidaySetDialog";
import { HolidaysChosenDialog } from "./HolidaysChosenDialog";

export function HolidaysPane() {
  const { holidays } = words;
  const { answer, problem } = useRead("holidays_read", {});
  const [place, setPlace] = useState<PlaceCode | null>(null);
  const [asked, setAsked] = useState<SetAsked | null>(null);
  const [chosen, setChosen] = useState<HolidaysChosen | null>(null);
  const announce = useAnnounce();
  const choose = useAct("holidays_choose", { onDone: setChosen });
  const confirm = useAct("holidays_confirm", { onDone: ({ sentence }) => announce(sentence) });
  const shown = answer?.places.find((one) => one.place === place) ?? answer?.places[0];
  const add =
    shown === undefined ? undefined : () => setAsked({ place: shown.place, day: null, title: "", isHoliday: true });
  useOffer({ addEntry: asked === null && chosen === null ? add : undefined });

  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (answer === undefined || shown === undefined) return null;

  const day: RowsColumn<HolidayRow> = {
    key: "day",
    title: holidays.columns.day,
    width: "24%",
    cell: (row) => row.words,
  };
  const title: RowsColumn<HolidayRow> = {
    key: "title",
    title: holidays.columns.title,
    cell: (row) => (row.isHoliday ? row.title : <span className="quiet">{holidays.noHoliday}</span>),
  };
  const note: RowsColumn<HolidayRow> = {
    key: "note",
    title: holidays.columns.note,
    width: "26%",
    isQuiet: true,
    cell: (row) => row.note,
  };
  const act: RowsColumn<HolidayRow> = {
    key: "act",
    title: holidays.columns.act,
    isTitleHidden: true,
    align: "end",
    width: "152px",
    cell: (row) => (
      <Button
        kind="plain"
        name={row.isHoliday ? holidays.takeAwayOf(row.words) : holidays.putBackOf(row.words)}
        onPress={() => setAsked({ place: shown.place, day: row, title: "", isHoliday: !row.isHoliday })}
      >
        {row.isHoliday ? holidays.takeAway : holidays.putBack}
      </Button>
    ),
  };
  const failed = choose.problem?.error.kind === "cancelled" ? undefined : choose.problem;

  return (
    <div className="stack">
      <div className="registers__head">
        <p className="quiet">{holidays.about}</p>
        <Button kind="main" icon={CalendarPlus} keys={actions.addEntry.keys} onPress={add}>
          {holidays.add}
        </Button>
      </div>
      {answer.warnings.map((warning) => (
        <Notice key={warning} tone="care">
          {warning}
        </Notice>
      ))}
      <div className="row">
        <Button icon={FileDown} onPress={() => choose.run({})} busy={choose.isBusy && words.common.busy}>
          {holidays.import}
        </Button>
        <Button kind="plain" icon={Check} onPress={() => confirm.run({ revision: answer.revision })}>
          {holidays.nothingNew}
        </Button>
        <span className="quiet">{answer.checked}</span>
      </div>
      {failed !== undefined && <ProblemNotice problem={failed} />}
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} />}
      <div className="registers__place">
        <Pick
          id="place"
          label={holidays.place}
          value={shown.place}
          onChange={setPlace}
          options={answer.places.map((one) => ({ value: one.place, name: one.name }))}
        />
      </div>
      <p className="quiet">{shown.list}</p>
      <Rows
        name={holidays.tableOf(shown.name)}
        columns={[day, title, note, act]}
        rows={shown.days}
        keyOf={(row) => row.on}
      />
      {asked !== null && <HolidaySetDialog asked={asked} revision={answer.revision} onClose={() => setAsked(null)} />}
      {chosen !== null && <HolidaysChosenDialog chosen={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
