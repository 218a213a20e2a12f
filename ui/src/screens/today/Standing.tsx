/** Beside the lines of Today: what comes in the next weeks, how answers kept their dates, and whether backups are made. */
import { go } from "../../app/places";
import { useRead } from "../../backend/call";
import type { TodayView } from "../../backend/generated/TodayView";
import { Bars } from "../../widgets/Bars";
import { Button } from "../../widgets/Button";
import { Stat } from "../../widgets/Stat";
import { Mark } from "../../widgets/Status";
import { words } from "../../words/en-GB";

export function Standing({ view }: { view: TodayView }) {
  const { today } = words;
  const inTime = view.answered.reduce((sum, month) => sum + month.inTime, 0);
  const late = view.answered.reduce((sum, month) => sum + month.late, 0);
  const postedLate = view.answered.reduce((sum, month) => sum + month.postedLate, 0);
  const all = inTime + postedLate + late;
  return (
    <aside className="today__aside" aria-label={today.aside}>
      <section className="card stack stack--tight" aria-label={today.due}>
        <h2 className="eyebrow">{today.due}</h2>
        <Bars
          title={today.due}
          of={today.week}
          parts={[{ name: today.requests, tone: "accent" }]}
          bars={view.due.map((week) => ({ key: week.from, name: week.words, parts: [week.count] }))}
          // What is overdue comes first, then this week.
          toneOf={(_, index) => (index === 0 ? "overdue" : index === 1 ? "dueSoon" : undefined)}
        />
      </section>
      <section className="card stack stack--tight" aria-label={today.answered}>
        <Stat
          name={today.answered}
          value={all === 0 ? today.noShare : today.share(inTime, all)}
          aside={view.answeredWords}
        />
        {all > 0 && (
          <Bars
            title={today.answered}
            of={today.month}
            parts={[
              { name: today.inTime, tone: "done" },
              { name: today.postedLate, tone: "dueSoon" },
              { name: today.late, tone: "overdue" },
            ]}
            bars={view.answered.map((month) => ({
              key: month.month,
              name: month.words,
              parts: [month.inTime, month.postedLate, month.late],
            }))}
          />
        )}
      </section>
      <Backup />
    </aside>
  );
}

/** Whether backups are made, in the core's words; louder when it is long ago or one failed. */
function Backup() {
  const { answer } = useRead("backup_status", {});
  const { today } = words;
  if (answer === undefined) return null;
  const { problem, warning, isOverdue, sentence } = answer;
  const urgency = problem !== null || isOverdue ? "overdue" : warning !== null ? "dueSoon" : "done";
  return (
    <section className="card stack stack--tight" aria-label={today.backup}>
      <h2 className="eyebrow">{today.backup}</h2>
      <p className="today__backup">
        <Mark urgency={urgency} />
        <span>{problem ?? sentence}</span>
      </p>
      {warning !== null && <p className="small quiet">{warning}</p>}
      {urgency !== "done" && (
        <div className="bars__toggle">
          <Button kind="plain" onPress={() => go({ at: "settings", part: "safety" })}>
            {today.toBackup}
          </Button>
        </div>
      )}
    </section>
  );
}
