/** What this device remembers: how the page looks and which keys work. Nothing of any case. */
import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark", "contrastLight", "contrastDark"] as const;
type Theme = (typeof themes)[number];
export type Device = { theme: Theme; singleKeys: boolean; showWhy: boolean; isRail: boolean };

const place = "casebook-device";
const usual: Device = { theme: "system", singleKeys: true, showWhy: false, isRail: false };

function read(): Device {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(place) ?? "{}");
    if (typeof kept !== "object" || kept === null) return usual;
    return {
      theme: themes.find((one) => "theme" in kept && kept.theme === one) ?? usual.theme,
      singleKeys: "singleKeys" in kept ? kept.singleKeys === true : usual.singleKeys,
      showWhy: "showWhy" in kept && kept.showWhy === true,
      isRail: "isRail" in kept && kept.isRail === true,
    };
  } catch {
    return usual;
  }
}

let device: Device | undefined;
const listeners = new Set<() => void>();

export function useDevice(): Device {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => {
      device ??= read();
      return device;
    },
  );
}

export function changeDevice(change: Partial<Device>): void {
  device = { ...(device ?? read()), ...change };
  try {
    window.localStorage.setItem(place, JSON.stringify(device));
  } catch {
    // Without storage the choice lasts as long as the window.
  }
  showTheme(device.theme);
  for (const listener of listeners) listener();
}

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");
const contrast = () => window.matchMedia("(prefers-contrast: more)");

function showTheme(theme: Theme): void {
  const isDark = dark().matches;
  const system = contrast().matches ? (isDark ? "contrastDark" : "contrastLight") : isDark ? "dark" : "light";
  document.documentElement.dataset.theme = theme === "system" ? system : theme;
}

/** Shows the chosen theme from the first paint on and follows the system when that is the choice. */
export function followTheme(): void {
  const show = () => showTheme((device ?? read()).theme);
  dark().addEventListener("change", show);
  contrast().addEventListener("change", show);
  show();
}
