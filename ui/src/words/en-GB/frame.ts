/** Texts of the frame around every screen, the palette, the page of keys, and buttons that are everywhere. */
import { counted } from "./counted";

export const common = {
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  saved: "Saved.",
  back: "Back",
  optional: "optional",
  required: "required",
  isEmpty: (label: string) => `“${label}” is empty.`,
  busy: "One moment",
  choose: "Choose…",
  loading: "Still reading.",
  clear: "Clear",
  remove: "Remove",
  shown: "Show",
  hidden: "Hide",
  rule: (id: string) => `Rule ${id}`,
};

export const frame = {
  places: "Places",
  skip: "Skip to the page",
  today: "Today",
  cases: "Cases",
  newCase: "New case",
  letters: "Letters",
  registers: "Registers",
  reports: "Reports",
  settings: "Settings",
  help: "Help",
  lock: "Lock",
  narrow: "Narrow",
  wide: "Widen",
  search: "Search or do…",
  pressing: (count: number) => counted(count, "thing presses", "things press"),
  lettersToSend: (count: number) => `${counted(count, "letter", "letters")} to send`,
  openCases: (count: number) => counted(count, "open case", "open cases"),
  madeUp: "Made-up people",
  madeUpHelp: "This casebook is a demonstration. Nobody in it is real.",
};

export const palette = {
  title: "Search or do",
  placeholder: "A name, a reference, or what you want to do",
  actions: "Do",
  settingsPart: (part: string) => `Settings: ${part}`,
  cases: "Cases",
  nothing: "Nothing fits. Cases can be found by name, reference or words from the request.",
};

export const keys = {
  title: "Keys",
  groups: {
    everywhere: "Everywhere",
    case: "In a case",
    register: "In a register",
    letter: "In a letter",
    form: "In a form",
  },
  single: "Single letters work while you are not typing. They can be turned off in Settings.",
  names: {
    Ctrl: "Ctrl",
    Alt: "Alt",
    Enter: "Enter",
    ArrowLeft: "←",
    ArrowRight: "→",
  } as Record<string, string>,
};
