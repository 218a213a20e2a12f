/** The out tray: every letter on its way out, and those that came back. Many can be printed and recorded at once. */
import { Mail } from "lucide-react";
import { useState } from "react";
import { go, shift, trayStates } from "../../app/places";
import { useRead } from "../../backend/call";
import type { TrayOrder } from "../../backend/generated/TrayOrder";
import type { TrayRecorded } from "../../backend/generated/TrayRecorded";
import type { TrayRow } from "../../backend/generated/TrayRow";
import type { TrayState } from "../../backend/generated/TrayState";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { Pick, Tick } from "../../widgets/Choice";
import { Empty } from "../../widgets/Empty";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Rows, type RowsColumn } from "../../widgets/Rows";
import { Status } from "../../widgets/Status";
import { Tabs } from "../../widgets/Tabs";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { PrintFileDialog } from "./PrintFileDialog";
import { PrintTogetherDialog } from "./PrintTogetherDialog";
import { SentTogetherDialog } from "./SentTogetherDialog";
import "./tray.css";

const orders: readonly TrayOrder[] = ["urgent", "address"];

const canBeSent = (state: TrayState) => state === "ready" || state === "printed";

export function TrayScreen({ part, today }: { part: TrayState; today: string }) {
  const [order, setOrder] = useState<TrayOrder>("urgent");
  const { answer, problem } = useRead("tray_read", { state: part, order });
  const { tray: said } = words;
  return (
    <div className="screen">
      <TopBar>
        <h1>{said.title}</h1>
      </TopBar>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Tabs
        name={said.tabsName}
        selected={part}
        onSelect={(state) => shift({ at: "letters", part: state })}
        aside={
          <Pick
            id="order"
            label={said.order}
            isLabelHidden
            value={order}
            onChange={setOrder}
            options={orders.map((code) => ({ value: code, name: said.orders[code] }))}
          />
        }
        tabs={trayStates.map((state) => ({
          id: state,
          name: said.tabs[state],
          count: answer?.counts[state] ?? 0,
          content:
            answer !== undefined && state === part ? (
              <Part key={state} state={state} rows={answer.rows} more={answer.more} today={today} />
            ) : (
              problem === undefined && <Loading />
            ),
        }))}
      />
    </div>
  );
}

type PartProps = { state: TrayState; rows: readonly TrayRow[]; more: number; today: string };

function Part({ state, rows, more, today }: PartProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState<"print" | "file" | "sent" | null>(null);
  const [came, setCame] = useState<Done>();
  const announce = useAnnounce();
  const { tray: said } = words;
  // What is no longer here is no longer chosen.
  const picked = rows.filter((row) => chosen.includes(row.letter));
  const choose = (letter: string, isIn: boolean) =>
    setChosen(isIn ? [...chosen, letter] : chosen.filter((one) => one !== letter));

  /** What failed stays chosen, to be tried again. */
  const done = (what: Done["what"]) => (answer: TrayRecorded) => {
    setCame({ what, came: answer });
    setChosen(answer.failed.map((one) => one.letter));
    announce(doneWords(what).done(answer.recorded.length));
    setAsks(null);
  };

  const columns: RowsColumn<TrayRow>[] = [
    {
      key: "letter",
      title: said.letter,
      cell: (row) => (
        <>
          {row.title} <span className="tray__number">{row.number ?? row.reference}</span>
        </>
      ),
    },
    ...(canBeSent(state)
      ? [
          {
            key: "select",
            title: said.select,
            isTitleHidden: true,
            width: "3rem",
            cell: (row: TrayRow) => (
              <Tick
                id={`choose.${row.letter}`}
                isSelected={chosen.includes(row.letter)}
                onChange={(isIn) => choose(row.letter, isIn)}
              >
                <span className="unseen">{said.selectOne(row.number ?? row.reference, row.to)}</span>
              </Tick>
            ),
          },
        ]
      : []),
    { key: "to", title: said.to, cell: (row) => (row.to === "" ? row.who : row.to) },
    { key: "pages", title: said.pages, cell: (row) => row.pages ?? "", align: "end", width: "5rem" },
    {
      key: "postBy",
      title: said.postBy,
      width: "15rem",
      cell: (row) => row.postByWords !== "" && <Status urgency={row.urgency}>{row.postByWords}</Status>,
    },
    {
      key: "state",
      title: said.state,
      width: "15rem",
      cell: (row) => row.sentWords || row.stateWords,
      isQuiet: true,
    },
  ];

  return (
    <div className="stack">
      {came !== undefined && <Came {...came} />}
      {rows.length === 0 ? (
        <Empty icon={Mail} title={said.empty[state].title} text={said.empty[state].text} />
      ) : (
        <>
          {canBeSent(state) && (
            <div className="row tray__do">
              <Button kind="plain" onPress={() => setChosen(rows.map((row) => row.letter))}>
                {said.all}
              </Button>
              <Button kind="plain" isDisabled={picked.length === 0} onPress={() => setChosen([])}>
                {said.none}
              </Button>
              <span className="quiet small" role="status">
                {said.chosen(picked.length)}
              </span>
              <Button isDisabled={picked.length === 0} onPress={() => setAsks("print")}>
                {said.print}
              </Button>
              <Button isDisabled={picked.length === 0} onPress={() => setAsks("file")}>
                {said.printFile}
              </Button>
              <Button kind="main" isDisabled={picked.length === 0} onPress={() => setAsks("sent")}>
                {said.recordSent}
              </Button>
            </div>
          )}
          <Rows
            name={said.letters}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.letter}
            onOpen={(row) => go({ at: "letter", letter: row.letter })}
            {...(more > 0 && { foot: said.more(more) })}
          />
        </>
      )}
      {asks === "print" && (
        <PrintTogetherDialog
          rows={picked}
          onClose={() => setAsks(null)}
          onFile={() => setAsks("file")}
          onDone={done("printed")}
        />
      )}
      {asks === "file" && <PrintFileDialog rows={picked} onClose={() => setAsks(null)} />}
      {asks === "sent" && (
        <SentTogetherDialog rows={picked} today={today} onClose={() => setAsks(null)} onDone={done("sent")} />
      )}
    </div>
  );
}

type Done = { what: "printed" | "sent"; came: TrayRecorded };

function doneWords(what: Done["what"]) {
  const { tray: said } = words;
  return what === "printed"
    ? { done: said.printedAll, not: said.notPrinted }
    : { done: said.recorded, not: said.notRecorded };
}

/** What came of printing or recording many: those that were, what to bear in mind, and each that was not, with why. */
function Came({ what, came }: Done) {
  const { letter } = words;
  const said = doneWords(what);
  return (
    <>
      {came.recorded.length > 0 && <Notice tone="good">{said.done(came.recorded.length)}</Notice>}
      {came.failed.length > 0 && (
        <Notice tone="wrong" title={said.not(came.failed.length)}>
          <ul>
            {came.failed.map((one) => (
              <li key={one.letter}>
                {one.number}: {one.sentence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {came.advisories.map((one) => (
        <Callout key={`${one.letter} ${one.sentence}`} is="warning" title={letter.advisories} rule={one.rule}>
          {one.number}: {one.sentence}
        </Callout>
      ))}
    </>
  );
}
