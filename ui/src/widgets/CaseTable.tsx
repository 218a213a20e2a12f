/**
 * The list of cases: a grid of our own that stays quick at 100,000 rows, because only the rows in view exist. One tab
 * stop; arrows, Page Up and Down, Home and End move the marked row, Enter opens it.
 */
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { CaseRow } from "../backend/generated/CaseRow";
import type { CaseSort } from "../backend/generated/CaseSort";
import { words } from "../words/en-GB";
import "./case-table.css";
import { useWindowMatches } from "./media";
import { Mark } from "./Status";

const headHeight = 34;
const rowHeight = 40;
const narrowRowHeight = 66;
/** What jsdom, which has no layout, is told; a browser measures at once. */
const unmeasured = { width: 1000, height: 600 };

type CaseOrder = { sort: CaseSort; reversed: boolean };

type CaseTableProps = {
  name: string;
  count: number;
  /** The row at a place, if its window has been read. */
  rowAt: (index: number) => CaseRow | undefined;
  /** Told which rows are in view, so that their windows can be read. */
  onView: (first: number, last: number) => void;
  onOpen: (row: CaseRow, index: number) => void;
  /** The order the rows are in, and what changes it; without it the heads are plain. */
  order?: CaseOrder;
  onOrder?: (order: CaseOrder) => void;
  /** The row that is marked at first. */
  startAt?: number;
};

type Column = {
  key: "reference" | "who" | "status" | "received" | "lastDay" | "next";
  /** The order of its head, and which way that order runs as it comes. */
  sort?: CaseSort;
  runs?: "ascending" | "descending";
};

const columns: readonly Column[] = [
  { key: "reference", sort: "reference", runs: "ascending" },
  { key: "who", sort: "name", runs: "ascending" },
  { key: "status", sort: "status", runs: "ascending" },
  { key: "received", sort: "newest", runs: "descending" },
  { key: "lastDay", sort: "mostUrgent", runs: "ascending" },
  { key: "next" },
];

type Runs = "ascending" | "descending" | undefined;

/** Which way the rows run by this column, if they are in its order. */
function runsBy({ sort, runs }: Column, order: CaseOrder | undefined): Runs {
  if (order === undefined || sort !== order.sort) return undefined;
  return (runs === "ascending") === order.reversed ? "descending" : "ascending";
}

type HeadProps = {
  column: Column;
  order: CaseOrder | undefined;
  onOrder: ((order: CaseOrder) => void) | undefined;
};

function Head({ column, order, onOrder }: HeadProps) {
  const title = words.cases.columns[column.key];
  const runs = runsBy(column, order);
  const { sort } = column;
  const Icon = runs === "descending" ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={columns.indexOf(column) + 1}
      aria-sort={runs}
      className={`case-table__${column.key}`}
    >
      {sort === undefined || onOrder === undefined ? (
        title
      ) : (
        <button
          type="button"
          className="case-table__sort"
          onClick={() => onOrder({ sort, reversed: runs !== undefined && order?.reversed !== true })}
        >
          {title}
          {runs !== undefined && <Icon size={13} aria-hidden="true" />}
        </button>
      )}
    </div>
  );
}

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
  // While somebody else has to act, the date is only what it would be: what counts is since when.
  const isWaiting = row.urgency === "waiting" && row.leftWords !== "";
  const isPressing = row.urgency === "overdue" || row.urgency === "dueSoon";
  const tone = isPressing ? `left--${row.urgency}` : undefined;
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
      <div role="gridcell" aria-colindex={4} className="case-table__received case-row__aside">
        {row.receivedWords}
      </div>
      <div role="gridcell" aria-colindex={5} className="case-row__day">
        {!isWaiting && row.lastDayWords !== "" && <span className={tone}>{row.lastDayWords}</span>}
        <span className={`case-row__left ${tone ?? ""}`}>{row.leftWords}</span>
      </div>
      <div role="gridcell" aria-colindex={6} className="case-row__next">
        {row.next} {row.next !== "" && <ChevronRight size={14} aria-hidden="true" />}
      </div>
    </>
  );
}

export function CaseTable({ name, count, rowAt, onView, onOpen, order, onOrder, startAt = 0 }: CaseTableProps) {
  const grid = useRef<HTMLDivElement>(null);
  const id = useId();
  const [wanted, setActive] = useState(startAt);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const isNarrow = useWindowMatches("(max-width: 860px)");
  const height = isNarrow ? narrowRowHeight : rowHeight;
  const head = isNarrow ? 0 : headHeight;

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => height,
    getItemKey: (index) => `${height}-${index}`,
    overscan: 8,
    useFlushSync: false,
    scrollMargin: head,
    scrollPaddingStart: head,
    initialRect: unmeasured,
    initialOffset: Math.max(0, (startAt - 3) * height),
    // The marked row stays, wherever one has scrolled to: the grid points to it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
    onChange: ({ range }) => onView(range?.startIndex ?? 0, range?.endIndex ?? 0),
  });

  const move = (event: KeyboardEvent) => {
    // The heads are buttons and know their own keys.
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== grid.current) return;
    if (event.key === "Enter") {
      const row = rowAt(active);
      if (row !== undefined) onOpen(row, active);
      return;
    }
    const seen = grid.current?.clientHeight ?? unmeasured.height;
    const page = Math.max(1, Math.floor((seen - head) / height) - 1);
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
      aria-colcount={columns.length}
      aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="row" aria-rowindex={1} className="case-table__head">
        {columns.map((column) => (
          <Head key={column.key} column={column} order={order} onOrder={isNarrow ? undefined : onOrder} />
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
              style={{ height: line.size, transform: `translateY(${line.start - head}px)` }}
              onClick={() => {
                setActive(line.index);
                if (row !== undefined) onOpen(row, line.index);
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
