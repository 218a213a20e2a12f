/**
 * A rough clock for the pretend core: one month, weekends, no holidays, no pauses to speak of. The real one is the
 * law crate; nothing in the built page uses this.
 */
import { type CalendarDate, parseDate } from "@internationalized/date";
import { words } from "../../words/en-GB";
import type { ClockView } from "../generated/ClockView";
import type { StepView } from "../generated/StepView";
import type { Urgency } from "../generated/Urgency";

const isWeekend = (date: CalendarDate) => ["Saturday", "Sunday"].includes(words.dates.weekday(date.toString()));

function roll(date: CalendarDate, days: 1 | -1): CalendarDate {
  let day = date;
  while (isWeekend(day)) day = day.add({ days });
  return day;
}

function workingDaysBefore(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = roll(day.subtract({ days: 1 }), -1);
  return day;
}

export type ClockFacts = {
  receivedOn: string;
  waitingSince: string | null;
  answeredOn: string | null;
  isClosed: boolean;
};

export function fakeClock(facts: ClockFacts, today: string): ClockView {
  const received = parseDate(facts.receivedOn);
  const month = received.add({ months: 1 });
  const due = roll(month, 1);
  const lastDay = due.toString();
  const left = due.compare(parseDate(today));
  const first = workingDaysBefore(due, 2).toString();
  const second = workingDaysBefore(due, 4).toString();

  const steps: StepView[] = [
    step("TIME-6", `Received on ${words.dates.long(facts.receivedOn)}. The day itself does not count.`),
    step("TIME-5", "No identity, authority or fee was asked for, so the clock starts on receipt."),
    step("TIME-2", `One month: the same day number is ${words.dates.long(month.toString())}.`),
    step("TIME-7", "No pause was recorded."),
    step(
      "TIME-3",
      due.compare(month) === 0
        ? `${words.dates.plain(lastDay)} is a working day in England and Wales, so it stays.`
        : `${words.dates.plain(month.toString())} is no working day, so the last day moves to ${words.dates.long(lastDay)}.`,
    ),
    step("TIME-10", `No extension was recorded. It could be given until ${words.dates.plain(lastDay)}.`),
  ];

  const state = facts.isClosed
    ? "closed"
    : facts.answeredOn !== null
      ? "answered_in_time"
      : facts.waitingSince !== null
        ? "paused"
        : left < 0
          ? "overdue"
          : "running";
  const urgency: Urgency =
    state === "closed" || state === "answered_in_time"
      ? "done"
      : state === "paused"
        ? "waiting"
        : left < 0
          ? "overdue"
          : left <= 7
            ? "dueSoon"
            : "running";
  const isOpen = state === "running" || state === "overdue";
  const leftWords =
    state === "closed" || state === "answered_in_time"
      ? `Answered ${facts.answeredOn === null ? "" : `on ${words.dates.short(facts.answeredOn)}`}`.trim()
      : state === "paused"
        ? `Waiting since ${words.dates.plain(facts.waitingSince ?? today).replace(/ \d{4}$/, "")}`
        : left < 0
          ? `${words.counted(-left, "day", "days")} late`
          : left === 0
            ? "Today"
            : `${words.counted(left, "day", "days")} left`;

  return {
    right: "access",
    rightWords: "Access",
    state,
    stateWords: state,
    urgency,
    lastDay,
    lastDayWords: words.dates.long(lastDay),
    leftWords,
    dueInitial: lastDay,
    dueFinal: lastDay,
    targetOn: received.add({ days: 20 }).toString(),
    postByFirst: first,
    postBySecond: second,
    postByWords: isOpen ? `Post by ${words.dates.short(first)} (1st class)` : "",
    working: steps,
    basisWords: "Holiday list of 21 August 2026 · rules UK-2026-06-19",
    advisories: [],
  };
}

const step = (rule: string, text: string): StepView => ({ rule, text, date: null, source: "UK GDPR Art 12A" });
