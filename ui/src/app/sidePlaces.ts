/** What stands in the side bar, in its order: one line a place. Only places that exist are in it. */
import {
  BookOpen,
  ChartNoAxesColumn,
  CircleQuestionMark,
  FolderOpen,
  type LucideIcon,
  Mail,
  Plus,
  Settings,
  Sun,
} from "lucide-react";
import { words } from "../words/en-GB";
import { type ActionName, actions } from "./actions";
import type { Place } from "./places";

/** What the numbers beside the places are made of. */
export type Counts = { today: number; letters: number };

type SideEntry = {
  to: Place;
  icon: LucideIcon;
  name: string;
  /** The action with the same end, for its key. */
  action: ActionName;
  /** The places that belong to it; one is there in all of them. */
  holds: readonly Place["at"][];
  /** How much waits there: shown as a number, read out as `words`. */
  count?: (counts: Counts) => { count: number; words: string };
  stands: "first" | "middle" | "foot";
};

const { frame } = words;

export const sideBar: readonly SideEntry[] = [
  {
    to: { at: "newCase" },
    icon: Plus,
    name: frame.newCase,
    action: "newCase",
    holds: ["newCase"],
    stands: "first",
  },
  {
    to: { at: "today" },
    icon: Sun,
    name: frame.today,
    action: "today",
    holds: ["today"],
    count: ({ today }) => ({ count: today, words: frame.pressing(today) }),
    stands: "middle",
  },
  {
    to: { at: "cases" },
    icon: FolderOpen,
    name: frame.cases,
    action: "cases",
    holds: ["cases", "case", "letter"],
    stands: "middle",
  },
  {
    to: { at: "letters", part: "ready" },
    icon: Mail,
    name: frame.letters,
    action: "letters",
    holds: ["letters"],
    count: ({ letters }) => ({ count: letters, words: frame.lettersToSend(letters) }),
    stands: "middle",
  },
  {
    to: { at: "registers", register: "systems" },
    icon: BookOpen,
    name: frame.registers,
    action: "registers",
    holds: ["registers"],
    stands: "middle",
  },
  {
    to: { at: "reports" },
    icon: ChartNoAxesColumn,
    name: frame.reports,
    action: "reports",
    holds: ["reports"],
    stands: "middle",
  },
  {
    to: { at: "settings", part: "organisation" },
    icon: Settings,
    name: frame.settings,
    action: "settings",
    holds: ["settings"],
    stands: "foot",
  },
  {
    to: { at: "help", rule: "" },
    icon: CircleQuestionMark,
    name: frame.help,
    action: "help",
    holds: ["help"],
    stands: "foot",
  },
];

export const keysOf = (action: ActionName) => actions[action].keys;
