/** Where one can be: a typed place, mirrored in the address's hash so that back and forward work. */
import { useSyncExternalStore } from "react";
import type { RegisterCode } from "../backend/generated/RegisterCode";
import type { TrayState } from "../backend/generated/TrayState";

const caseTabs = ["overview", "search", "decision", "letters", "documents", "history"] as const;
export type CaseTab = (typeof caseTabs)[number];

export const registerCodes = [
  "systems",
  "purposes",
  "categories",
  "recipients",
  "retention",
  "sources",
] as const satisfies readonly RegisterCode[];

/** The registers of entries, and the days that are holidays. */
export const registerTabs = [...registerCodes, "holidays"] as const;
export type RegisterTab = (typeof registerTabs)[number];

export const trayStates = ["draft", "ready", "printed", "sent", "returned"] as const satisfies readonly TrayState[];

export const settingsParts = ["organisation", "logo", "regulator", "envelope", "desk", "safety", "device"] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** A new place is a variant here and a line in `addresses`; the compiler then asks for its screen in `screens.tsx`. */
export type Place =
  | { at: "today" }
  | { at: "cases" }
  | { at: "newCase" }
  | { at: "case"; case: string; tab: CaseTab }
  | { at: "letter"; letter: string }
  | { at: "letters"; part: TrayState }
  | { at: "registers"; register: RegisterTab }
  | { at: "reports" }
  | { at: "settings"; part: SettingsPart }
  /** The list of rules, at one of them or, with an empty id, at its head. */
  | { at: "help"; rule: string };

export type PlaceAt<A extends Place["at"]> = Extract<Place, { at: A }>;

const home: Place = { at: "today" };

const member = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((one) => one === text);

/** The first word of the address, what follows it, and the way back; without an answer the address is not known. */
type Address<P extends Place> = {
  name: string;
  parts?: (place: P) => string[];
  place: (...parts: string[]) => P | null;
};

/** Ids are random and say nothing, so they may stand in the address. */
const addresses: { [A in Place["at"]]: Address<PlaceAt<A>> } = {
  today: { name: "today", place: () => ({ at: "today" }) },
  cases: { name: "cases", place: () => ({ at: "cases" }) },
  newCase: { name: "new-case", place: () => ({ at: "newCase" }) },
  case: {
    name: "case",
    parts: (place) => [place.case, place.tab],
    place: (id, tab) => (id ? { at: "case", case: id, tab: member(caseTabs, tab) ?? "overview" } : null),
  },
  letter: {
    name: "letter",
    parts: (place) => [place.letter],
    place: (id) => (id ? { at: "letter", letter: id } : null),
  },
  registers: {
    name: "registers",
    parts: (place) => [place.register],
    place: (register) => ({ at: "registers", register: member(registerTabs, register) ?? "systems" }),
  },
  reports: { name: "reports", place: () => ({ at: "reports" }) },
  letters: {
    name: "letters",
    parts: (place) => [place.part],
    place: (part) => ({ at: "letters", part: member(trayStates, part) ?? "ready" }),
  },
  settings: {
    name: "settings",
    parts: (place) => [place.part],
    place: (part) => ({ at: "settings", part: member(settingsParts, part) ?? "organisation" }),
  },
  help: {
    name: "help",
    parts: ({ rule }) => (rule === "" ? [] : [rule]),
    place: (rule) => ({ at: "help", rule: rule ?? "" }),
  },
};

export function toHash(place: Place): string {
  // The table pairs each place with its own address, which the compiler cannot follow through a union.
  const { name, parts = () => [] } = addresses[place.at] as Address<Place>;
  return ["#", name, ...parts(place)].join("/");
}

/** An address nobody knows leads home. */
export function fromHash(hash: string): Place {
  const [, name, ...parts] = hash.split("/");
  return (
    Object.values(addresses)
      .find((address) => address.name === name)
      ?.place(...parts) ?? home
  );
}

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function listen(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", tell);
  window.addEventListener("hashchange", tell);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", tell);
    window.removeEventListener("hashchange", tell);
  };
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  return fromHash(hash);
}

export function go(place: Place): void {
  if (toHash(place) === window.location.hash) return;
  window.history.pushState(null, "", toHash(place));
  tell();
}

/** Changes where one is without a step back to where one was: another tab of the same case. */
export function shift(place: Place): void {
  window.history.replaceState(null, "", toHash(place));
  tell();
}

export const goBack = () => window.history.back();
export const goForward = () => window.history.forward();
