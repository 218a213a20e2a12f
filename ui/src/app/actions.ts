/**
 * Every action, once. Palette, shortcuts, buttons that show a key, and the page of keys all read this list; a screen
 * only says which of them it can do just now (`Offer`).
 */
import { words } from "../words/en-GB";

export type ActionGroup = "everywhere" | "case" | "register" | "letter" | "form";

export type Action = {
  name: string;
  /** As `KeyboardEvent.key` with "Ctrl+", "Alt+" in front; a single letter works only outside fields. */
  keys?: string;
  group: ActionGroup;
};

const list = {
  newCase: { name: words.actions.newCase, keys: "Ctrl+N", group: "everywhere" },
  today: { name: words.actions.today, keys: "Alt+1", group: "everywhere" },
  cases: { name: words.actions.cases, keys: "Alt+2", group: "everywhere" },
  letters: { name: words.actions.letters, keys: "Alt+3", group: "everywhere" },
  registers: { name: words.actions.registers, keys: "Alt+4", group: "everywhere" },
  reports: { name: words.actions.reports, keys: "Alt+5", group: "everywhere" },
  settings: { name: words.actions.settings, keys: "Ctrl+,", group: "everywhere" },
  help: { name: words.actions.help, keys: "F1", group: "everywhere" },
  palette: { name: words.actions.palette, keys: "Ctrl+K", group: "everywhere" },
  keys: { name: words.actions.keys, keys: "?", group: "everywhere" },
  back: { name: words.actions.back, keys: "Alt+ArrowLeft", group: "everywhere" },
  forward: { name: words.actions.forward, keys: "Alt+ArrowRight", group: "everywhere" },
  sideBar: { name: words.actions.sideBar, keys: "Ctrl+B", group: "everywhere" },
  lock: { name: words.actions.lock, keys: "Ctrl+L", group: "everywhere" },
  why: { name: words.actions.why, keys: "W", group: "case" },
  whatIf: { name: words.actions.whatIf, keys: "I", group: "case" },
  askPlaces: { name: words.actions.askPlaces, keys: "S", group: "case" },
  record: { name: words.actions.record, keys: "R", group: "case" },
  acknowledge: { name: words.actions.acknowledge, group: "case" },
  answer: { name: words.actions.answer, keys: "A", group: "case" },
  editParty: { name: words.actions.editParty, keys: "P", group: "case" },
  closeCase: { name: words.actions.closeCase, group: "case" },
  reopenCase: { name: words.actions.reopenCase, group: "case" },
  exportHistory: { name: words.actions.exportHistory, keys: "E", group: "case" },
  addEntry: { name: words.actions.addEntry, keys: "N", group: "register" },
  makeFinal: { name: words.actions.makeFinal, keys: "Ctrl+Enter", group: "letter" },
  recordSent: { name: words.actions.recordSent, group: "letter" },
  savePdf: { name: words.actions.savePdf, keys: "Ctrl+S", group: "letter" },
  discardDraft: { name: words.actions.discardDraft, group: "letter" },
  voidLetter: { name: words.actions.voidLetter, group: "letter" },
  confirm: { name: words.actions.confirm, keys: "Ctrl+Enter", group: "form" },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof list;
export const actions: Record<ActionName, Action> = list;
export const actionNames = Object.keys(list) as ActionName[];

/** What a screen can do just now. */
export type Offer = { [N in ActionName]?: (() => void) | undefined };
