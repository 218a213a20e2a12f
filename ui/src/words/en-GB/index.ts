/**
 * Every text on screen that the page itself says: labels, buttons, empty states, one file a screen. Sentences of law,
 * dates that follow from law and refusals come from the core. A text that is missing here does not compile.
 */
import { longDate, months, plainDate, shortDate, shortDay, weekday } from "../dates";
import { actions } from "./actions";
import { caseWords, close, party, record, reopen } from "./case";
import { cases } from "./cases";
import { clock } from "./clock";
import { channels, filters, happenings, nations, postalClasses, resolutions, sorts, urgencies } from "./codes";
import { counted } from "./counted";
import { date } from "./date";
import { decision } from "./decision";
import { documents } from "./documents";
import { exportWords } from "./export";
import { common, frame, keys, palette } from "./frame";
import { help } from "./help";
import { holidays } from "./holidays";
import { letter } from "./letter";
import { newCase } from "./newCase";
import { advice, correction, earlier, links, notes, people, tasks } from "./people";
import { authorities, doubts, feeBases, levels, linkKinds, printSizes, rights, roles, whoToUs } from "./peopleCodes";
import { problems } from "./problems";
import { closing, progress } from "./progress";
import { registers } from "./registers";
import { reports } from "./reports";
import { restore, safety, waiting } from "./safety";
import { search } from "./search";
import { settings } from "./settings";
import { today } from "./today";
import { tray } from "./tray";
import { firstRun, unlock } from "./unlock";
import { whatIf } from "./whatIf";
import { arrange, bars, checklist, copied, split, steps, zoom } from "./widgets";

export const words = {
  product: "DPO Casebook",
  productShort: "Casebook",
  dates: { long: longDate, plain: plainDate, short: shortDate, shortDay, weekday, months },
  date,
  arrange,
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
  authorities,
  doubts,
  feeBases,
  levels,
  linkKinds,
  printSizes,
  rights,
  roles,
  whoToUs,
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
  holidays,
  whatIf,
  today,
  cases,
  newCase,
  clock,
  case: caseWords,
  search,
  decision,
  documents,
  advice,
  correction,
  earlier,
  links,
  notes,
  people,
  tasks,
  record,
  party,
  close,
  reopen,
  export: exportWords,
  letter,
  help,
  tray,
};
