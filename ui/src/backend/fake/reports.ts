/** Commands of the pretend core: numbers about requests, and their log. */
import { words } from "../../words/en-GB";
import type { ReportLine } from "../generated/ReportLine";
import { type Handlers, invalid, type World } from "./world";

export function reportHandlers(world: World) {
  const received = (from: string, to: string) =>
    world.cases.filter((one) => one.receivedOn >= from && one.receivedOn <= to);
  const line = (what: string, of: World["cases"]): ReportLine => ({
    what,
    received: of.length,
    open: of.filter((one) => one.resolution === null).length,
    inTime: of.filter((one) => one.answeredOn !== null).length,
    late: 0,
    overdue: 0,
    noDate: of.filter((one) => one.waitingSince !== null).length,
  });
  return {
    report_read: ({ from, to }) => {
      if (from > to) invalid("to", "The last day lies before the first. Choose a later day.");
      const of = received(from, to);
      const all = line("All requests", of);
      return {
        value: {
          period: `Received ${words.dates.plain(from)} to ${words.dates.plain(to)}`,
          all,
          closed: of.length - all.open,
          inTimePercent: all.inTime === 0 ? null : 100,
          averageDays: all.inTime === 0 ? null : 21,
          longestLateDays: 0,
          extended: 0,
          identityAsked: all.noDate,
          clarificationAsked: 0,
          tables: of.length === 0 ? [] : [{ title: "Right", lines: [line("Access", of)] }],
          measured: "Late is an answer sent after the statutory last day.",
        },
      };
    },
    sar_log_save: ({ from, to }) => ({
      value: {
        fileName: `sar-log-${from}-to-${to}.csv`,
        rows: received(from, to).length,
        note: "Dates are written year first.",
      },
    }),
  } satisfies Handlers;
}
