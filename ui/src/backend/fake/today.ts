/** Commands of the pretend core: Today. */
import { parseDate } from "@internationalized/date";
import { words } from "../../words/en-GB";
import type { TodayKey } from "../generated/TodayKey";
import type { TodayRow } from "../generated/TodayRow";
import type { TodayView } from "../generated/TodayView";
import { caseRow, type FakeCase, listCases } from "./cases";
import type { Handlers, World } from "./world";

const mostRows = 8;

function rowOf(of: FakeCase, today: string): TodayRow {
  const row = caseRow(of, today);
  const isWaiting = row.urgency === "waiting" && of.waitingSince !== null;
  return {
    case: of.id,
    reference: row.reference,
    who: row.who,
    what: row.what,
    on: row.lastDay,
    when: isWaiting ? `since ${words.dates.plain(of.waitingSince ?? today).replace(/ \d{4}$/, "")}` : row.lastDayWords,
    whenAside: isWaiting ? "" : row.leftWords,
    urgency: row.urgency,
    next: row.next,
    action: "openCase",
    letter: null,
    task: null,
  };
}

const empty = (key: TodayKey) => ({ key, count: 0, rows: [], more: 0 });

function viewOf(world: World): TodayView {
  const { today, cases } = world;
  const section = (key: "overdue" | "dueSoon" | "waiting") => {
    const found = listCases(cases, { filter: key, sort: "mostUrgent", text: "" }, today);
    const rows = found.slice(0, mostRows).map((of) => rowOf(of, today));
    return { key, count: found.length, rows, more: found.length - rows.length };
  };
  const toPost = cases.flatMap((of) => of.letters.filter((letter) => letter.state === "final").map(() => of));
  const overdue = section("overdue");
  const monday = parseDate(today).subtract({ days: 6 });
  const weeks = Array.from({ length: 8 }, (_, index) => monday.add({ weeks: index }));
  const count = (from: string, to: string) =>
    cases.filter((of) => {
      const { lastDay } = caseRow(of, today);
      return of.answeredOn === null && of.resolution === null && lastDay !== null && lastDay >= from && lastDay < to;
    }).length;
  const months = Array.from({ length: 12 }, (_, index) => parseDate(today).subtract({ months: 11 - index }));
  const answered = months.map((month, index) => ({
    month: month.toString().slice(0, 7),
    words: words.dates.short(month.toString()).replace(/^\w+ \d+ /, ""),
    inTime: cases.length === 0 ? 0 : 3 + ((index * 5) % 4),
    postedLate: 0,
    late: cases.length > 0 && index === 4 ? 1 : 0,
  }));
  const inTime = answered.reduce((sum, month) => sum + month.inTime, 0);
  const late = answered.reduce((sum, month) => sum + month.late, 0);
  return {
    today,
    todayWords: words.dates.long(today),
    sections: [
      overdue,
      section("dueSoon"),
      empty("returned"),
      section("waiting"),
      empty("toPrint"),
      {
        ...empty("toPost"),
        count: toPost.length,
        rows: toPost.map((of) => ({ ...rowOf(of, today), action: "openTray" as const, next: "Post" })),
      },
      empty("tasks"),
    ],
    open: cases.filter((of) => of.resolution === null).length,
    all: cases.length,
    due: [
      { from: "2026-01-01", words: "Overdue", count: overdue.count },
      ...weeks.map((week, index) => ({
        from: week.toString(),
        words:
          index === 0 ? "This week" : `From ${words.dates.short(week.toString()).replace(/^\w+ (.*) \d{4}$/, "$1")}`,
        count: count(week.toString(), week.add({ weeks: 1 }).toString()),
      })),
    ],
    answered,
    timeWarning: world.timeWarning,
    holidays: today >= "2028" ? ["The published holidays end on 31 December 2028."] : [],
    answeredWords:
      inTime + late === 0
        ? "No request has been answered yet."
        : `${inTime} of ${inTime + late} requests were answered in time.`,
  };
}

export function todayHandlers(world: World) {
  return { today_read: () => ({ value: viewOf(world) }) } satisfies Handlers;
}
