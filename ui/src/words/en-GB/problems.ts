/** Texts of what went wrong. */
import type { UnavailableCode } from "../../backend/generated/UnavailableCode";
import { unavailable } from "./codes";
import { counted } from "./counted";

export const problems = {
  summary: (count: number) => (count === 1 ? "One thing needs another look" : `${count} things need another look`),
  nothingRecorded: "Nothing was recorded.",
  refused: "This cannot be done now",
  conflict: "This case has changed meanwhile",
  conflictHelp: "It has been read again. Look at it, then repeat what you were doing. What you typed is still here.",
  notFound: "This is no longer there",
  locked: "The casebook is locked",
  lockedHelp: "Unlock it to go on. What you typed was kept.",
  cancelled: "Stopped. Nothing was changed.",
  unavailable: (code: UnavailableCode) => unavailable[code],
  bug: "A fault in the program",
  bugHelp: (incident: string) =>
    `Nothing was recorded and nothing is lost. When you report it, quote incident ${incident}: it holds nothing personal.`,
  drawAgain: "Show the page again",
  wrong: "That does not open the casebook",
  wait: (seconds: number) => `The next try is possible in ${counted(seconds, "second", "seconds")}.`,
};
