/** A value to carry somewhere else exactly: in even letters, with a button that copies it. */
import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import "./copied.css";

type CopiedProps = {
  value: string;
  /** What the button says once it is done, such as "Hash copied". */
  done: string;
  /** What the value is, for the button's name. */
  name: string;
};

export function Copied({ value, done, name }: CopiedProps) {
  const shown = useRef<HTMLElement>(null);
  const [is, setIs] = useState<"untouched" | "copied" | "selected">("untouched");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setIs("copied");
    } catch {
      // Where the system does not let a page copy, the value is selected: Ctrl+C does the rest.
      if (shown.current !== null) window.getSelection()?.selectAllChildren(shown.current);
      setIs("selected");
    }
  };
  return (
    <div className="copied">
      <code ref={shown} className="copied__value">
        {value}
      </code>
      <Button kind="plain" icon={is === "copied" ? Check : Copy} onPress={() => void copy()}>
        {words.copied.copy} <span className="unseen">{name}</span>
      </Button>
      <span className="small quiet" role="status">
        {is === "copied" && done}
        {is === "selected" && words.copied.selected}
      </span>
    </div>
  );
}
