/** Texts of actions, as the palette, the page of keys and buttons name them. */
import { nextActions } from "./codes";

export const actions = {
  newCase: "New case",
  cases: "Go to cases",
  settings: "Go to settings",
  palette: "Search or do",
  keys: "Show the keys",
  back: "Back",
  forward: "Forward",
  sideBar: "Narrow or widen the side bar",
  lock: "Lock",
  why: "Why this date",
  record: "Record what happened",
  acknowledge: nextActions.acknowledge,
  answer: nextActions.answer,
  editParty: "Change name or address",
  closeCase: "Close case",
  reopenCase: "Open case again",
  exportHistory: "Export history",
  makeFinal: "Make final",
  recordSent: "Record as sent",
  savePdf: "Save PDF",
  discardDraft: "Discard draft",
  voidLetter: "Declare void",
  confirm: "Confirm the form you are in",
};
