import { expect, it } from "vitest";
import { longDate, plainDate, shortDate, weekday } from "./dates";

it.each([
  ["2026-11-27", "Friday 27 November 2026", "27 November 2026", "Fri 27 Nov 2026"],
  ["2026-02-01", "Sunday 1 February 2026", "1 February 2026", "Sun 1 Feb 2026"],
  ["2028-02-29", "Tuesday 29 February 2028", "29 February 2028", "Tue 29 Feb 2028"],
  ["1999-12-31", "Friday 31 December 1999", "31 December 1999", "Fri 31 Dec 1999"],
])("%s reads as a British date", (day, long, plain, short) => {
  expect(longDate(day)).toBe(long);
  expect(plainDate(day)).toBe(plain);
  expect(shortDate(day)).toBe(short);
  expect(long.startsWith(weekday(day))).toBe(true);
});
