/** Dates in words. Only formats; a date is never computed on the page. */
import { getDayOfWeek, parseDate } from "@internationalized/date";

export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

const read = (day: string) => {
  const date = parseDate(day);
  return { date, month: months[date.month - 1] ?? "", weekday: weekdays[getDayOfWeek(date, "en-GB", "sun")] ?? "" };
};

/** "Friday" of `2026-11-27`. */
export const weekday = (day: string) => read(day).weekday;

/** "27 November 2026". */
export const plainDate = (day: string) => {
  const { date, month } = read(day);
  return `${date.day} ${month} ${date.year}`;
};

/** "Friday 27 November 2026". */
export const longDate = (day: string) => `${weekday(day)} ${plainDate(day)}`;

/** "Fri 27 Nov". */
export const shortDay = (day: string) => {
  const { date, month, weekday: name } = read(day);
  return `${name.slice(0, 3)} ${date.day} ${month.slice(0, 3)}`;
};

/** "Fri 27 Nov 2026". */
export const shortDate = (day: string) => `${shortDay(day)} ${day.slice(0, 4)}`;
