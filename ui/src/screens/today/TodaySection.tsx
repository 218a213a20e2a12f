/** One section of Today and its lines. Arrows move from line to line, through all sections. */
import { ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { go, type Place, toHash } from "../../app/places";
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import type { TodayKey } from "../../backend/generated/TodayKey";
import type { TodayRow } from "../../backend/generated/TodayRow";
import type { TodaySection } from "../../backend/generated/TodaySection";
import { useRemembered } from "../../backend/remembered";
import { Mark } from "../../widgets/Status";
import { words } from "../../words/en-GB";
import { firstView, wide } from "../cases/casesView";

/** Which cases a section is a part of. */
const filters: Partial<Record<TodayKey, CaseFilter>> = { overdue: "overdue", dueSoon: "dueSoon", waiting: "waiting" };

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const lines = [...document.querySelectorAll<HTMLElement>(".today-line")];
  const at = lines.indexOf(event.currentTarget);
  const next = lines[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function Section({ section }: { section: TodaySection }) {
  const [, changeCases] = useRemembered("cases", firstView);
  const { today } = words;
  const title = today.sections[section.key];
  const filter = filters[section.key];
  return (
    <section className="today__section" aria-label={title}>
      <h2 className="today__title">
        {title} <span className="today__count">{section.count.toLocaleString("en-GB")}</span>
      </h2>
      <ul className="today__lines">
        {section.rows.map((row) => (
          <li key={`${row.case} ${row.letter} ${row.task} ${row.what}`}>
            <Line row={row} />
          </li>
        ))}
        {section.more > 0 && filter !== undefined && (
          <li>
            <a
              className="today-line today-line--more"
              href={toHash({ at: "cases" })}
              aria-label={today.moreOf(section.more, title)}
              onKeyDown={moveFocus}
              onClick={(event) => {
                event.preventDefault();
                changeCases({ ...wide, filter, sort: "mostUrgent", reversed: false, at: 0 });
                go({ at: "cases" });
              }}
            >
              {today.more(section.more)} <ChevronRight size={14} aria-hidden="true" />
            </a>
          </li>
        )}
        {section.more > 0 && filter === undefined && (
          <li className="today-line today-line--more">{today.more(section.more)}</li>
        )}
      </ul>
    </section>
  );
}

function placeOf(row: TodayRow): Place {
  if (row.action === "openLetter" && row.letter !== null) return { at: "letter", letter: row.letter };
  return row.case === null ? { at: "cases" } : { at: "case", case: row.case, tab: "overview" };
}

function Line({ row }: { row: TodayRow }) {
  const place = placeOf(row);
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
        {row.when} <span className="today-line__late">{row.whenAside}</span>
      </span>
      <span className="today-line__next">
        {row.next} <ChevronRight size={14} aria-hidden="true" />
      </span>
    </a>
  );
}
