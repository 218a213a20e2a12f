/** An entry of the history was wrong: what and why, the right day, and what becomes of the last day. */
import { useState } from "react";
import { useRead } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { CorrectionPreview } from "../../backend/generated/CorrectionPreview";
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
      {(rightDay !== null || !entry.wantsDay) && (
        <DatesThen request={{ case: view.case, entry: entry.seq, rightDay }} />
      )}
    </FormDialog>
  );
}

/** What follows for the dates, before anything is recorded. */
function DatesThen({ request }: { request: CorrectionPreview }) {
  const { answer } = useRead("correction_preview", request);
  const { correction } = words;
  if (answer === undefined) return null;
  const { problem, moves } = answer;
  return (
    <div className="correct__dates" aria-live="polite">
      {moves.length === 0 && <p className="quiet">{problem ?? correction.noMove}</p>}
      <dl className="facts">
        {moves.map((move) => (
          <div key={move.right} className="facts__one">
            <dt>{correction.now(move.rightWords)}</dt>
            <dd>{move.beforeWords}</dd>
            <dt>{correction.afterwards(move.rightWords)}</dt>
            <dd>{move.afterWords}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
