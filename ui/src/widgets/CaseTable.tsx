/**
 * The list of cases: a grid of our own that stays quick at 100,000 rows, because only the rows in view exist. One tab
 * stop; arrows, Page Up and Down, Home and End move the marked row, Enter opens it.
 */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { CaseRow } from "../backend/generated/CaseRow";
import { words } from "../words/en-GB";
import "./case-table.css";
import { useWindowMatches } from "./media";
import { Mark } from "./Status";

const headHeight = 34;
const rowHeight = 40;
const narrowRowHeight = 66;
/** What jsdom, which has no layout, is told; a browser measures at once. */
const unmeasured = { width: 1000, height: 600 };

type CaseTableProps = {
  name: string;
  count: number;
  /** The row at a place, if its window has been read. */
  rowAt: (index: number) => CaseRow | undefined;
  /** Told which rows are in view, so that their windows can be read. */
  onView: (first: number, last: number) => void;
  onOpen: (row: CaseRow) => void;
};

function nextIndex(key: string, active: number, count: number, page: number): number | undefined {
  const last = count - 1;
  const clamp = (index: number) => Math.min(last, Math.max(0, index));
  switch (key) {
    case "ArrowDown":
      return clamp(active + 1);
    case "ArrowUp":
      return clamp(active - 1);
    case "PageDown":
      return clamp(active + page);
    case "PageUp":
      return clamp(active - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

function Cells({ row }: { row: CaseRow }) {
  const { noDate } = words.cases;
  // While somebody else has to act, the date is only what it would be: what counts is since when.
  const isWaiting = row.urgency === "waiting" && row.leftWords !== "";
  const lastDay = row.lastDayWords === "" ? noDate : row.lastDayWords;
  return (
    <>
      <div role="gridcell" aria-colindex={1} className="case-row__reference">
        <Mark urgency={row.urgency} />
        {row.reference}
      </div>
      <div role="gridcell" aria-colindex={2} className="case-row__who">
        {row.who} <span className="case-row__aside">· {row.what}</span>
      </div>
      <div role="gridcell" aria-colindex={3} className="case-row__status">
        {row.statusWords}
      </div>
      <div role="gridcell" aria-colindex={4} className="case-row__day">
        {!isWaiting && <span className={`left--${row.urgency}`}>{lastDay}</span>}
        <span className={`case-row__left left--${row.urgency}`}>{row.leftWords}</span>
      </div>
      <div role="gridcell" aria-colindex={5} className="case-row__next">
        {row.next} {row.next !== "" && <ChevronRight size={14} aria-hidden="true" />}
      </div>
    </>
  );
}

export function CaseTable({ name, count, rowAt, onView, onOpen }: CaseTableProps) {
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const isNarrow = useWindowMatches("(max-width: 860px)");
  const height = isNarrow ? narrowRowHeight : rowHeight;
  const columns = words.cases.columns;

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    getItemKey: (index) => `${height}-${index}`,
    overscan: 8,
    useFlushSync: false,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: unmeasured,
    // The marked row stays, wherever one has scrolled to: the grid points to it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    onChange: ({ range }) => onView(range?.startIndex ?? 0, range?.endIndex ?? 0),
  });

  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") {
      const row = rowAt(active);
      if (row !== undefined) onOpen(row);
      return;
    }
    const seen = grid.current?.clientHeight ?? unmeasured.height;
    const page = Math.max(1, Math.floor((seen - headHeight) / height) - 1);
    const index = nextIndex(event.key, active, count, page);
    if (index === undefined) return;
    event.preventDefault();
    setActive(index);
    virtual.scrollToIndex(index);
  };

  return (
    <div
      ref={grid}
      role="grid"
      className={isNarrow ? "case-table case-table--narrow" : "case-table"}
      aria-label={name}
      aria-rowcount={count + 1}
      aria-colcount={5}
      aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="row" aria-rowindex={1} className="case-table__head">
        {[columns.reference, columns.who, columns.status, columns.lastDay, columns.next].map((title, index) => (
          <div key={title} role="columnheader" aria-colindex={index + 1}>
            {title}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="case-table__body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((line) => {
          const row = rowAt(line.index);
          return (
            <div
              key={line.key}
              id={`${id}-${line.index}`}
              role="row"
              aria-rowindex={line.index + 2}
              aria-selected={line.index === active}
              data-active={line.index === active}
              className="case-row"
              style={{ height: line.size, transform: `translateY(${line.start - headHeight}px)` }}
              onClick={() => {
                setActive(line.index);
                if (row !== undefined) onOpen(row);
              }}
            >
              {row === undefined ? <div role="gridcell" className="case-row__blank" /> : <Cells row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
