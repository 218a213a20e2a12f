/** A day is made a holiday by hand, or none, with whoever says so. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { HolidayRow } from "../../backend/generated/HolidayRow";
import type { PlaceCode } from "../../backend/generated/PlaceCode";
import { useAnnounce } from "../../widgets/Announcements";
import { DateField } from "../../widgets/DateField";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";

/** Which day, unless it is a new one, and what becomes of it. */
export type SetAsked = { place: PlaceCode; day: HolidayRow | null; title: string; isHoliday: boolean };

type Props = { asked: SetAsked; revision: number; onClose: () => void };

export function HolidaySetDialog({ asked, revision, onClose }: Props) {
  const { set, places } = words.holidays;
  const { place, isHoliday } = asked;
  const [day, setDay] = useState<string | null>(asked.day?.on ?? null);
  const [title, setTitle] = useState(asked.title);
  const [source, setSource] = useState("");
  const announce = useAnnounce();
  const act = useAct("holiday_set", {
    onDone: ({ sentence }) => {
      announce(sentence);
      onClose();
    },
  });
  const about = asked.day?.words ?? "";
  const name = !isHoliday ? set.removeTitle(about) : asked.day === null ? set.addTitle : set.putBackTitle(about);
  return (
    <FormDialog
      title={name}
      intro={`${places[place]}. ${set.intro}`}
      isOpen
      onClose={onClose}
      problem={act.problem}
      submit={isHoliday ? set.add : set.remove}
      busy={act.isBusy && words.common.busy}
      onSubmit={() => {
        if (day !== null) act.run({ revision, place, day, isHoliday, title, source });
      }}
    >
      {asked.day === null && <DateField id="day" label={set.day} value={day} onChange={setDay} isRequired />}
      {isHoliday && <Field id="title" label={set.name} value={title} onChange={setTitle} isRequired />}
      <Field
        id="source"
        label={set.source}
        help={set.sourceHelp}
        value={source}
        onChange={setSource}
        isRequired
        autoFocus={asked.day !== null && !isHoliday}
      />
    </FormDialog>
  );
}
