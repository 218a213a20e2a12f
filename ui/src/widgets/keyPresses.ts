/** Listening to keys, and running something while a component is mounted. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const modifiers = new Set(["Control", "Alt", "Shift", "Meta"]);

/** A key press in the writing of the action list: "Ctrl+K", "Alt+ArrowLeft", "W", "?". */
function pressedKeys(event: KeyboardEvent): string | undefined {
  if (modifiers.has(event.key) || event.isComposing) return undefined;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${key}`;
}

function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A date's segments take letters and digits although they are no inputs.
  return target.isContentEditable || target.matches("input, textarea, select, [role=spinbutton], [role=option]");
}

/** The newest value, for something that outlives a drawing. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Calls `pressed` for each key press anywhere; when it answers true the press goes no further. */
export function useKeyPresses(pressed: (keys: string, isTyping: boolean) => boolean): void {
  const latest = useLatest(pressed);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const keys = pressedKeys(event);
      if (keys !== undefined && !event.defaultPrevented && latest.current(keys, isTypingIn(event.target))) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    // Before any widget: a menu or a field must not swallow Ctrl+K.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [latest]);
}

/** Runs `start` when the component appears and what it answers when it goes. */
export function useWhileMounted(start: () => () => void): void {
  useEffect(() => start(), [start]);
}
