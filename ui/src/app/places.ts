/** Where one can be: a typed place, mirrored in the address's hash so that back and forward work. */
import { useSyncExternalStore } from "react";

const caseTabs = ["overview", "letters", "history"] as const;
export type CaseTab = (typeof caseTabs)[number];

export const settingsParts = ["organisation", "regulator", "envelope", "device"] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Later places (today, the out tray, the calendar …) join this union; the compiler then asks for their screens. */
export type Place =
  | { at: "cases" }
  | { at: "newCase" }
  | { at: "case"; case: string; tab: CaseTab }
  | { at: "letter"; letter: string }
  | { at: "settings"; part: SettingsPart };

const home: Place = { at: "cases" };

/** Ids are random and say nothing, so they may stand in the address. */
export function toHash(place: Place): string {
  switch (place.at) {
    case "cases":
      return "#/cases";
    case "newCase":
      return "#/new-case";
    case "case":
      return `#/case/${place.case}/${place.tab}`;
    case "letter":
      return `#/letter/${place.letter}`;
    case "settings":
      return `#/settings/${place.part}`;
  }
}

const member = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((one) => one === text);

/** An address nobody knows leads home. */
export function fromHash(hash: string): Place {
  const [, name, first, second] = hash.split("/");
  if (name === "new-case") return { at: "newCase" };
  if (name === "case" && first) return { at: "case", case: first, tab: member(caseTabs, second) ?? "overview" };
  if (name === "letter" && first) return { at: "letter", letter: first };
  if (name === "settings") return { at: "settings", part: member(settingsParts, first) ?? "organisation" };
  return home;
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
