/** Numbers about the requests of a period, and their log as a table for a spreadsheet. */
import { ChartNoAxesColumn } from "lucide-react";
import { useState } from "react";
import { useAct, useRead } from "../../backend/call";
import type { ReportLine } from "../../backend/generated/ReportLine";
import type { ReportView } from "../../backend/generated/ReportView";
import { newJob } from "../../backend/progress";
import { Button } from "../../widgets/Button";
import { Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Empty } from "../../widgets/Empty";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Progress } from "../../widgets/Progress";
import { Rows, type RowsColumn } from "../../widgets/Rows";
import { Stat } from "../../widgets/Stat";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import "./reports.css";

type Period = { from: string; to: string };

/** Begins with the year so far. */
export function ReportsScreen({ today }: { today: string }) {
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | null>(today);
  const period = from !== null && to !== null ? { from, to } : undefined;
  const read = useRead("report_read", period ?? { from: today, to: today }, { skip: period === undefined });
  const said = words.reports;
  return (
    <div className="screen">
      <TopBar>
        <h1>{said.title}</h1>
      </TopBar>
      <div className="reports">
        <fieldset className="reports__period">
          <legend className="part-title">{said.period}</legend>
          <DateField id="from" label={said.from} value={from} onChange={setFrom} />
          <DateField id="to" label={said.to} value={to} onChange={setTo} />
        </fieldset>
        {read.problem !== undefined && <ProblemNotice problem={read.problem} />}
        {read.problem === undefined && read.answer === undefined && period !== undefined && <Loading />}
        {read.problem === undefined && read.answer !== undefined && period !== undefined && (
          <Loaded report={read.answer} period={period} />
        )}
      </div>
    </div>
  );
}

function Loaded({ report, period }: { report: ReportView; period: Period }) {
  const said = words.reports;
  if (report.all.received === 0) {
    return <Empty icon={ChartNoAxesColumn} title={said.emptyTitle} text={said.emptyText} />;
  }
  return (
    <>
      <Numbers report={report} />
      {report.tables.map((table) => (
        <section key={table.title} className="stack stack--tight" aria-label={table.title}>
          <h2 className="part-title">{said.by(table.title)}</h2>
          <Rows name={table.title} columns={columns(table.title)} rows={table.lines} keyOf={(line) => line.what} />
        </section>
      ))}
      <p className="small quiet">{report.measured}</p>
      <Log period={period} />
    </>
  );
}

function Numbers({ report }: { report: ReportView }) {
  const said = words.reports;
  const { all } = report;
  const dated = all.inTime + all.late;
  return (
    <section className="stack" aria-label={said.numbers}>
      <h2 className="unseen">{report.period}</h2>
      <div className="reports__numbers">
        <Stat name={said.received} value={String(all.received)} />
        <Stat name={said.open} value={String(all.open)} />
        <Stat name={said.closed} value={String(report.closed)} />
        <Stat
          name={said.share}
          value={report.inTimePercent === null ? said.noShare : said.percent(report.inTimePercent)}
          {...(dated > 0 && { aside: said.ofAnswers(all.inTime, dated) })}
          tone={all.late === 0 && dated > 0 ? "done" : "plain"}
        />
        <Stat name={said.overdue} value={String(all.overdue)} tone={all.overdue > 0 ? "overdue" : "plain"} />
        <Stat name={said.average} value={report.averageDays === null ? said.noShare : said.days(report.averageDays)} />
        <Stat
          name={said.longest}
          value={report.longestLateDays === 0 ? said.none : said.days(report.longestLateDays)}
        />
        <Stat name={said.extended} value={String(report.extended)} />
        <Stat name={said.identity} value={String(report.identityAsked)} />
        <Stat name={said.clarification} value={String(report.clarificationAsked)} />
      </div>
    </section>
  );
}

const columns = (title: string): RowsColumn<ReportLine>[] => {
  const said = words.reports;
  const number = (key: string, name: string, cell: (line: ReportLine) => number): RowsColumn<ReportLine> => ({
    key,
    title: name,
    cell,
    align: "end",
    width: "6.5rem",
  });
  return [
    { key: "what", title, cell: (line) => line.what },
    number("received", said.received, (line) => line.received),
    number("open", said.open, (line) => line.open),
    number("inTime", said.inTime, (line) => line.inTime),
    number("late", said.late, (line) => line.late),
    number("overdue", said.overdue, (line) => line.overdue),
    number("noDate", said.noDate, (line) => line.noDate),
  ];
};

function Log({ period }: { period: Period }) {
  const [withNames, setWithNames] = useState(false);
  const [job, setJob] = useState(newJob);
  const [saved, setSaved] = useState<{ text: string; note: string }>();
  const said = words.reports;
  const act = useAct("sar_log_save", {
    onDone: ({ fileName, rows, note }) => setSaved({ text: said.saved(fileName, rows), note }),
  });
  const save = () => {
    const next = newJob();
    setJob(next);
    setSaved(undefined);
    act.run({ ...period, withNames, job: next });
  };
  return (
    <section className="card stack stack--tight" aria-label={said.log}>
      <h2 className="part-title">{said.log}</h2>
      <p>{said.logText}</p>
      <Tick id="withNames" isSelected={withNames} onChange={setWithNames} help={said.withNamesHelp}>
        {said.withNames}
      </Tick>
      {act.problem !== undefined && act.problem.error.kind !== "cancelled" && <ProblemNotice problem={act.problem} />}
      {saved !== undefined && (
        <Notice tone="good" title={saved.text}>
          <p>{saved.note}</p>
        </Notice>
      )}
      {act.isBusy && <Progress job={job} label={said.saving} />}
      <div className="row">
        <Button kind="main" onPress={save} busy={act.isBusy && said.saving}>
          {said.save}
        </Button>
      </div>
    </section>
  );
}
