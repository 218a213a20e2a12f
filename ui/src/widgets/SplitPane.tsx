/**
 * Two panes beside each other; the bar between them is moved with the pointer or, focused, with the arrows. In a narrow
 * window they stand below each other.
 */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { words } from "../words/en-GB";
import "./split-pane.css";

type SplitPaneProps = {
  first: ReactNode;
  second: ReactNode;
  /** The share of the first pane, in per cent of the width. */
  share?: number;
  least?: number;
  most?: number;
};

export function SplitPane({ first, second, share = 45, least = 25, most = 75 }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(share);
  const move = (to: number) => setAt(Math.round(Math.min(most, Math.max(least, to))));

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) move(((event.clientX - box.left) / box.width) * 100);
  };

  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: at - 5,
      ArrowRight: at + 5,
      Home: least,
      End: most,
      Enter: share,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };

  return (
    <div ref={frame} className="split" style={{ "--share": `${at}%` } as React.CSSProperties}>
      <div className="split__first">{first}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
      <div
        role="separator"
        className="split__bar"
        tabIndex={0}
        aria-label={words.split.bar}
        aria-orientation="vertical"
        aria-valuenow={at}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => setAt(share)}
      />
      <div className="split__second">{second}</div>
    </div>
  );
}
