/**
 * Every text on screen that the page itself says: labels, buttons, empty states, one file a screen. Sentences of law,
 * dates that follow from law and refusals come from the core. A text that is missing here does not compile.
 */
import { longDate, months, plainDate, shortDate, weekday } from "../dates";
import { actions } from "./actions";
import { caseWords, close, party, record, reopen } from "./case";
import { cases } from "./cases";
import { clock } from "./clock";
import { channels, filters, happenings, nations, postalClasses, resolutions, sorts, urgencies } from "./codes";
import { counted } from "./counted";
import { date } from "./date";
import { exportWords } from "./export";
import { common, frame, keys, palette } from "./frame";
import { letter } from "./letter";
import { newCase } from "./newCase";
import { problems } from "./problems";
import { closing, progress } from "./progress";
import { registers } from "./registers";
import { reports } from "./reports";
import { restore, safety, waiting } from "./safety";
import { settings } from "./settings";
import { today } from "./today";
import { firstRun, unlock } from "./unlock";
import { bars, checklist, copied, split, steps, zoom } from "./widgets";

export const words = {
  product: "DPO Casebook",
  productShort: "Casebook",
  dates: { long: longDate, plain: plainDate, short: shortDate, weekday, months },
  date,
  bars,
  checklist,
  split,
  steps,
  zoom,
  copied,
  counted,
  channels,
  happenings,
  postalClasses,
  resolutions,
  urgencies,
  filters,
  sorts,
  nations,
  actions,
  common,
  frame,
  palette,
  keys,
  problems,
  progress,
  closing,
  unlock,
  firstRun,
  safety,
  restore,
  waiting,
  reports,
  settings,
  registers,
  today,
  cases,
  newCase,
  clock,
  case: caseWords,
  record,
  party,
  close,
  reopen,
  export: exportWords,
  letter,
};
