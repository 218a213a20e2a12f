/** A key or a combination, shown to the eye only: screen readers get it from the page of keys. */
import { words } from "../words/en-GB";

export function Keys({ keys, isQuiet = false }: { keys: string; isQuiet?: boolean }) {
  const parts = keys.split("+").filter((part) => part !== "");
  const named = parts.map((part) => words.keys.names[part] ?? part);
  return (
    <span className={isQuiet ? "keys keys--quiet" : "keys"} aria-hidden="true">
      {isQuiet ? <kbd>{named.join(" ")}</kbd> : named.map((part) => <kbd key={part}>{part}</kbd>)}
    </span>
  );
}
