/** Texts of a last day and its reason. */

export const clock = {
  lastDay: "Last day",
  lastDayOf: (right: string) => `Last day: ${right}`,
  why: "Why this date",
  target: "Your own target",
  dueInitial: "Last day without more time",
  dueFinal: "Last day by strict counting",
  postByFirst: "Post by, 1st class",
  postBySecond: "Post by, 2nd class",
  postByMeans:
    "The day it is sent counts. Posted by then, it should also arrive by the last day; posted later, it is reported apart.",
  dates: "Dates",
  datesOf: (right: string) => `Dates: ${right}`,
  bearInMind: "Bear in mind",
  recorded: (clock: { lastDay: string | null; lastDayWords: string; leftWords: string } | undefined) =>
    [
      "Recorded",
      clock === undefined || clock.lastDay === null ? "" : `Last day ${clock.lastDayWords}`,
      clock === undefined ? "" : clock.leftWords,
    ]
      .filter((part) => part !== "")
      .map((part) => `${part}.`)
      .join(" "),
};
