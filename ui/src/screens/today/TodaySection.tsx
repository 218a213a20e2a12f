/** One section of Today and its lines. Arrows move from line to line, through all sections. */
import { ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { go, type Place, toHash } from "../../app/places";
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import type { TodayKey } from "../../backend/generated/TodayKey";
import type { TodayRow } from "../../backend/generated/TodayRow";
import type { TodaySection } from "../../backend/generated/TodaySection";
import type { TrayState } from "../../backend/generated/TrayState";
import { useRemembered } from "../../backend/remembered";
import { Mark } from "../../widgets/Status";
import { words } from "../../words/en-GB";
import { firstView, wide } from "../cases/casesView";

/** Which cases a section is a part of. */
const filters: Partial<Record<TodayKey, CaseFilter>> = { overdue: "overdue", dueSoon: "dueSoon", waiting: "waiting" };

/** Which part of the out tray a section is a part of. */
const trayParts: Partial<Record<TodayKey, TrayState>> = { returned: "returned", toPrint: "ready", toPost: "printed" };

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const lines = [...document.querySelectorAll<HTMLElement>("a.today-line")];
  const at = lines.indexOf(event.currentTarget);
  const next = lines[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function Section({ section, today }: { section: TodaySection; today: string }) {
  const title = words.today.sections[section.key];
  return (
    <section className="today__section" aria-label={title}>
      <h2 className="part-title">
        {title} <span className="today__count">{section.count.toLocaleString("en-GB")}</span>
      </h2>
      <ul className="today__lines">
        {section.rows.map((row) => (
          <li key={`${row.case} ${row.letter} ${row.task} ${row.what}`}>
            <Line row={row} section={section.key} today={today} />
          </li>
        ))}
        {section.more > 0 && (
          <li>
            <More section={section} title={title} />
          </li>
        )}
      </ul>
    </section>
  );
}

/** How many more there are, and the way to the whole list where there is one. */
function More({ section: { key, more }, title }: { section: TodaySection; title: string }) {
  const [, changeCases] = useRemembered("cases", firstView);
  const { today } = words;
  const filter = filters[key];
  const part = trayParts[key];
  if (filter === undefined && part === undefined) {
    return <p className="today-line today-line--more">{today.more(more)}</p>;
  }
  const place: Place = part === undefined ? { at: "cases" } : { at: "letters", part };
  return (
    <a
      className="today-line today-line--more"
      href={toHash(place)}
      aria-label={today.moreOf(more, title)}
      onKeyDown={moveFocus}
      onClick={(event) => {
        event.preventDefault();
        if (filter !== undefined) changeCases({ ...wide, filter, sort: "mostUrgent", reversed: false, at: 0 });
        go(place);
      }}
    >
      {today.more(more)} <ChevronRight size={14} aria-hidden="true" />
    </a>
  );
}

/** A task stands on the page of its case. */
function placeOf(row: TodayRow, key: TodayKey): Place {
  if (row.action === "openLetter" && row.letter !== null) return { at: "letter", letter: row.letter };
  if (row.action === "openTray") return { at: "letters", part: trayParts[key] ?? "ready" };
  return row.case === null ? { at: "cases" } : { at: "case", case: row.case, tab: "overview" };
}

/** When, with the year where it is another than this one. */
function whenOf({ when, on }: TodayRow, today: string): string {
  if (on === null || on.slice(0, 4) === today.slice(0, 4) || !when.endsWith(words.dates.shortDay(on))) return when;
  return `${when} ${on.slice(0, 4)}`;
}

function Line({ row, section, today }: { row: TodayRow; section: TodayKey; today: string }) {
  const place = placeOf(row, section);
  const isPressing = row.urgency === "overdue" || row.urgency === "dueSoon";
  return (
    <a
      className="today-line"
      href={toHash(place)}
      onKeyDown={moveFocus}
      onClick={(event) => {
        event.preventDefault();
        go(place);
      }}
    >
      <span className="today-line__reference">
        <Mark urgency={row.urgency} />
        <span className="unseen">{words.urgencies[row.urgency]}, </span>
        {row.reference}
      </span>
      <span className="today-line__who">
        {row.who} <span className="today-line__aside">{row.who === "" ? row.what : `· ${row.what}`}</span>
      </span>
      <span className={isPressing ? `today-line__when left--${row.urgency}` : "today-line__when"}>
        {whenOf(row, today)} <span className="today-line__late">{row.whenAside}</span>
      </span>
      <span className="today-line__next">
        {row.next} <ChevronRight size={14} aria-hidden="true" />
      </span>
    </a>
  );
}
