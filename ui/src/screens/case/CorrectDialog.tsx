/** An entry of the history was wrong: what and why, the right day, and what becomes of the last day. */
import { useState } from "react";
import { useRead } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { HistoryEntry } from "../../backend/generated/HistoryEntry";
import { useAnnounce } from "../../widgets/Announcements";
import { DateField } from "../../widgets/DateField";
import { LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

type CorrectDialogProps = { view: CaseView; entry: HistoryEntry; onClose: () => void };

export function CorrectDialog({ view, entry, onClose }: CorrectDialogProps) {
  const [reason, setReason] = useState("");
  const [rightDay, setRightDay] = useState<string | null>(null);
  const announce = useAnnounce();
  const before = view.clocks[0]?.lastDayWords ?? "";
  const correct = useCaseAct("entry_correct", view, (after) => {
    announce(words.correction.done(before, after.clocks[0]?.lastDayWords ?? ""));
    onClose();
  });
  const { correction } = words;
  return (
    <FormDialog
      title={correction.title}
      intro={correction.intro}
      isOpen
      onClose={onClose}
      problem={correct.problem}
      submit={correction.submit}
      busy={correct.isBusy && words.common.busy}
      onSubmit={() => correct.run({ entry: entry.seq, rightDay, reason })}
    >
      <figure className="correct__entry" aria-label={correction.entry}>
        {entry.sentence} <span className="quiet">{entry.aside}</span>
      </figure>
      <LongField
        id="reason"
        label={correction.reason}
        value={reason}
        onChange={setReason}
        rows={3}
        isRequired
        autoFocus
      />
      <DateField
        id="rightDay"
        label={correction.rightDay}
        help={entry.wantsDay ? correction.rightDayWanted : correction.rightDayHelp}
        value={rightDay}
        onChange={setRightDay}
        isRequired={entry.wantsDay}
        isOptional={!entry.wantsDay}
      />
      {entry.wantsDay && rightDay !== null && <DatesThen view={view} rightDay={rightDay} />}
    </FormDialog>
  );
}

/** For the day of receipt, the core can say what follows from another day before anything is recorded. */
function DatesThen({ view, rightDay }: { view: CaseView; rightDay: string }) {
  const rights = view.clocks.map((clock) => clock.right);
  const { answer } = useRead("intake_preview", { receivedOn: rightDay, rights, text: "" });
  const { correction } = words;
  if (answer === undefined) return null;
  return (
    <dl className="facts correct__dates" aria-live="polite">
      {view.clocks.map((clock, index) => (
        <div key={clock.right} className="facts__one">
          <dt>{correction.now}</dt>
          <dd>{clock.lastDayWords}</dd>
          <dt>{correction.fromRightDay}</dt>
          <dd>
            {answer.problem ?? answer.clocks[index]?.lastDayWords}{" "}
            {answer.problem === null && <span className="quiet small">{correction.fromRightDayHelp}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
