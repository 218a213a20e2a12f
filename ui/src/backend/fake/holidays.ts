/** Commands of the pretend core: holidays, a few of them, and what if. No date of a pretend case moves. */
import { words } from "../../words/en-GB";
import { Problem } from "../backend";
import type { HolidayRow } from "../generated/HolidayRow";
import type { HolidaysView } from "../generated/HolidaysView";
import type { PlaceCode } from "../generated/PlaceCode";
import type { SupposedCode } from "../generated/SupposedCode";
import type { Topic } from "../generated/Topic";
import { caseView } from "./cases";
import { findCase, type Handlers, invalid, refuse, type World } from "./world";

const places: readonly PlaceCode[] = ["EW", "SC", "NI", "IE", "FR"];
const row = (on: string, title: string): HolidayRow => ({
  on,
  words: words.dates.short(on),
  title,
  note: "",
  isHoliday: true,
});

export function holidaysHandlers(world: World) {
  const days = new Map<PlaceCode, HolidayRow[]>(
    places.map((place) => [place, [row("2026-12-25", "Christmas Day"), row("2027-01-01", "New Year’s Day")]]),
  );
  let revision = 0;
  let checked = "The list that came with the program was looked up on 21 August 2026.";
  const view = (): HolidaysView => ({
    revision,
    checked,
    warnings: world.today >= "2028" ? ["The published holidays end on 31 December 2028."] : [],
    places: places.map((place) => ({
      place,
      name: words.holidays.places[place],
      list: "Holiday list of 21 August 2026. Published until 31 December 2028; later days are a forecast.",
      days: days.get(place) ?? [],
    })),
  });
  const changed = (sentence: string) => {
    revision += 1;
    return {
      value: { sentence, view: view() },
      topics: [{ of: "holidays" }, { of: "cases" }] satisfies Topic[],
    };
  };
  const still = (known: number) => {
    if (known !== revision) throw new Problem({ kind: "conflict", message: "The holidays were changed meanwhile." });
  };
  return {
    holidays_read: () => ({ value: view() }),
    holidays_choose: () => ({
      value: {
        revision,
        sha256: "ab".repeat(32),
        sentence: "The list holds 257 days of three nations, 2019 to 2028.",
        differences: [
          {
            place: "England and Wales",
            on: "2027-06-07",
            words: "Mon 7 Jun 2027",
            title: "A day for everyone",
            isAdded: true,
          },
        ],
        moves: world.cases.slice(0, 1).map((of) => ({
          case: of.id,
          reference: caseView(of, world.today).reference,
          who: of.name,
          right: "Access",
          was: "Mon 7 Jun 2027",
          now: "Tue 8 Jun 2027",
        })),
        moreMoves: 0,
      },
    }),
    holidays_apply: ({ revision: known, source }) => {
      if (source.trim() === "") invalid("source", "Write where the list comes from.");
      still(known);
      checked = "Last looked for a newer list today.";
      days.get("EW")?.push(row("2027-06-07", "A day for everyone"));
      return changed("The list was taken over. 1 last day moved.");
    },
    holiday_set: ({ revision: known, place, day, isHoliday, title, source }) => {
      if (source.trim() === "") invalid("source", "Write who says so.");
      if (isHoliday && title.trim() === "") invalid("title", "Write what the day is called.");
      still(known);
      const of = days.get(place) ?? [];
      const found = of.find((one) => one.on === day);
      if (isHoliday && found?.isHoliday) refuse("CAL-2", "This day is a holiday already.", "Enter another day.");
      if (found === undefined) of.push({ ...row(day, title), note: `Added by hand: ${source}` });
      else Object.assign(found, { isHoliday, title, note: isHoliday ? "" : `Taken away by hand: ${source}` });
      of.sort((one, other) => one.on.localeCompare(other.on));
      return changed(`${isHoliday ? "The holiday was added" : "The holiday was taken away"}. No last day moved.`);
    },
    holidays_confirm: ({ revision: known }) => {
      still(known);
      checked = "Last looked for a newer list today.";
      return changed("Noted that nothing new was published. No last day moved.");
    },
    case_what_if: ({ case: id, supposed }) => {
      const of = findCase(world, id);
      const { clocks } = caseView(of, world.today);
      if (supposed.some(({ on }) => on < of.receivedOn)) {
        refuse("TIME-6", "A day lies before the day on which the request came.", "Enter a later day.");
      }
      const isAsked = supposed.some(({ what }) => what === "clarification_asked");
      const isAnswered = supposed.some(({ what }) => what === "clarification_received");
      const stay = (clock: (typeof clocks)[number]) => `The last day would stay ${clock.lastDayWords}.`;
      const open = "There would be no last day until an answer to our question comes.";
      return {
        value: {
          choices: Object.keys(words.whatIf.supposed) as SupposedCode[],
          rows: clocks.map((clock) => ({
            right: clock.right,
            sentence: isAsked && !isAnswered ? open : stay(clock),
            clock,
          })),
        },
      };
    },
  } satisfies Handlers;
}
