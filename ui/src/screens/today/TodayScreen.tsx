/** Today: what presses, most urgent first, a line each with its next step; beside it, how the dates were kept. */
import { CalendarCheck, Sun } from "lucide-react";
import { go } from "../../app/places";
import { useRead } from "../../backend/call";
import type { TodayView } from "../../backend/generated/TodayView";
import { Button } from "../../widgets/Button";
import { Empty } from "../../widgets/Empty";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { Standing } from "./Standing";
import { Section } from "./TodaySection";
import "./today.css";

export function TodayScreen() {
  const { answer, problem } = useRead("today_read", {});
  return (
    <div className="screen">
      <TopBar>
        <h1>{words.today.title}</h1>
        {answer !== undefined && <span className="quiet">{answer.todayWords}</span>}
      </TopBar>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {problem === undefined && answer === undefined && <Loading />}
      {answer !== undefined && answer.timeWarning !== null && (
        <Notice tone="wrong">
          <p>{answer.timeWarning}</p>
        </Notice>
      )}
      {answer?.holidays.map((warning) => (
        <Notice key={warning} tone="care">
          <p>{warning}</p>
          <div className="row">
            <Button kind="plain" onPress={() => go({ at: "registers", register: "holidays" })}>
              {words.today.toHolidays}
            </Button>
          </div>
        </Notice>
      ))}
      {answer !== undefined && <Loaded view={answer} />}
    </div>
  );
}

function Loaded({ view }: { view: TodayView }) {
  const { today } = words;
  const filled = view.sections.filter((section) => section.count > 0);
  if (view.all === 0) {
    return (
      <Empty
        icon={Sun}
        title={today.emptyTitle}
        text={today.emptyText}
        action={
          <Button kind="main" onPress={() => go({ at: "newCase" })}>
            {words.frame.newCase}
          </Button>
        }
      />
    );
  }
  return (
    <div className="today">
      <div className="today__sections">
        {filled.map((section) => (
          <Section key={section.key} section={section} today={view.today} />
        ))}
        {filled.length === 0 && (
          <Empty icon={CalendarCheck} title={today.nothingTitle} text={today.nothingText(view.open)} />
        )}
      </div>
      <Standing view={view} />
    </div>
  );
}
