/** A date as it is typed, read: complete, not yet complete, or none that exists. */
import { words } from "../words/en-GB";

export type Typed = { day: string; month: string; year: string };
type Part = keyof Typed;

export type Reading =
  | { is: "empty" }
  | { is: "date"; day: string }
  | { is: "incomplete"; missing: Part[] }
  | { is: "impossible"; message: string };

export const parts: readonly Part[] = ["day", "month", "year"];
export const nothingTyped: Typed = { day: "", month: "", year: "" };

/** `2026-10-27` as it would be typed. */
export function asTyped(value: string | null): Typed {
  const [, year, month, day] = value?.match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? [];
  if (year === undefined || month === undefined || day === undefined) return nothingTyped;
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** 1 to 12 from "3", "03", "mar" or "March"; undefined if it is no month. */
function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const named = words.dates.months.findIndex(
    (name) => text.length >= 3 && name.toLowerCase().startsWith(text.toLowerCase()),
  );
  return named < 0 ? undefined : named + 1;
}

const daysOf = (month: number, year: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function readTyped(typed: Typed): Reading {
  const day = typed.day.trim();
  const month = typed.month.trim();
  const year = typed.year.trim();
  if (day === "" && month === "" && year === "") return { is: "empty" };
  const { date } = words;
  if (day !== "" && !/^\d{1,2}$/.test(day)) return { is: "impossible", message: date.noDay(day) };
  if (day !== "" && (Number(day) < 1 || Number(day) > 31)) return { is: "impossible", message: date.noDay(day) };
  const number = monthOf(month);
  if (month !== "" && (number === undefined || number < 1 || number > 12)) {
    return { is: "impossible", message: date.noMonth(month) };
  }
  if (year !== "" && !/^\d{1,4}$/.test(year)) return { is: "impossible", message: date.noYear(year) };
  // While a year is being typed ("2", "20", "202") the date is not meant yet.
  const missing = parts.filter((part) => (part === "year" ? year.length < 4 : typed[part].trim() === ""));
  if (missing.length > 0 || number === undefined) return { is: "incomplete", missing };
  if (Number(year) < 1900) return { is: "impossible", message: date.noYear(year) };
  const days = daysOf(number, Number(year)) ?? 31;
  if (Number(day) > days) {
    const name = words.dates.months[number - 1] ?? "";
    return { is: "impossible", message: date.tooLong(`${Number(day)} ${name} ${year}`, `${name} ${year}`, days) };
  }
  return { is: "date", day: `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}` };
}

/** A whole date pasted at once: "27/10/2026", "27 October 2026", "Tuesday, 27 Oct 26", "2026-10-27". */
export function fromPasted(text: string): Typed | undefined {
  const iso = text.match(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/);
  if (iso) return { day: iso[3] ?? "", month: iso[2] ?? "", year: iso[1] ?? "" };
  const british = text.match(/\b(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[A-Za-z]{3,9})[\s./,-]+(\d{4}|\d\d)\b/);
  if (!british) return undefined;
  return { day: british[1] ?? "", month: british[2] ?? "", year: wholeYear(british[3] ?? "") };
}

/** "26" means 2026: nothing in this product is a hundred years old. */
export const wholeYear = (year: string) => (/^\d\d$/.test(year.trim()) ? `20${year.trim()}` : year);
