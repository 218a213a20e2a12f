/** Commands of the pretend core: the search of a case. */
import { parseDate } from "@internationalized/date";
import { words } from "../../words/en-GB";
import { counted } from "../../words/en-GB/counted";
import { Problem } from "../backend";
import type { SearchSheet } from "../generated/SearchSheet";
import type { SearchView } from "../generated/SearchView";
import { event, type FakeCase } from "./cases";
import { fakeClock } from "./clock";
import { changedCase, findCase, type Handlers, invalid, newId, refuse, sameVersion, type World } from "./world";

/** A place that was asked; how it stands is worked out when it is shown. */
export type FakeSearch = Omit<SearchView, "urgency" | "stateWords"> & { reportedOn: string | null };

const systems = [
  { place: "E-mail", holds: "Mailboxes of everybody who may have written to the person.", who: "Chika Okafor" },
  { place: "Help desk", holds: "Tickets and chats.", who: "Anna Fielding" },
  { place: "Accounts", holds: "Invoices and payments.", who: "Rui Almeida" },
  { place: "Web analytics", holds: "Internet address, browser, pages, times.", who: "" },
  { place: "This casebook", holds: "Requests, letters, notes.", who: "Data Protection Officer" },
].map((system, index) => ({ ...system, system: `system-${index + 1}` }));

const resultWords = { found: "Found", nothing: "Nothing found", not_searched: "Not searched" };

function askFor(id: string, asked: Pick<FakeSearch, "place" | "who" | "terms" | "period" | "askedOn" | "due">) {
  const blank = { result: null, pages: 0, by: "", note: "", proof: "", chased: 0, escalatedTo: "", reportedOn: null };
  return { ...blank, ...asked, search: id } satisfies FakeSearch;
}

function stateWords(search: FakeSearch): string {
  if (search.result !== null && search.reportedOn !== null) {
    const pages = search.pages === 0 ? "" : `, ${counted(search.pages, "page", "pages")}`;
    return `${resultWords[search.result]}${pages}, ${words.dates.plain(search.reportedOn)}`;
  }
  const again = ["", ", asked again once"][search.chased] ?? `, asked again ${search.chased} times`;
  const up = search.escalatedTo === "" ? "" : ", taken to somebody above";
  return `Asked ${words.dates.short(search.askedOn)}, due ${words.dates.short(search.due)}${again}${up}`;
}

export function searchSheet(of: FakeCase, today: string): SearchSheet {
  const places = of.searches.map(({ reportedOn, ...search }): SearchView => {
    const isLate = search.due < today;
    return {
      ...search,
      urgency: search.result !== null ? "done" : isLate ? "overdue" : "waiting",
      stateWords: stateWords({ ...search, reportedOn }),
    };
  });
  const reported = places.filter(({ result }) => result !== null).length;
  const late = places.filter(({ urgency }) => urgency === "overdue").length;
  const lateWords = late === 0 ? "" : late === 1 ? "; one is late" : `; ${late} are late`;
  const all = counted(places.length, "place has", "places have");
  return { places, reported, words: places.length === 0 ? "" : `${reported} of ${all} reported${lateWords}.` };
}

/** A search under way: something found, nothing found, one not searched, one waited for and one late. */
export function seedSearches(of: FakeCase, today: string): void {
  const day = (days: number) => parseDate(today).add({ days }).toString();
  of.searches = [
    ...systems.map(({ place, who }, index) =>
      askFor(`search-${index + 1}`, {
        place,
        who,
        terms: of.name,
        period: "",
        askedOn: day(-9),
        due: day(index === 3 ? -2 : 3),
      }),
    ),
    askFor("search-6", { place: "Paper files", who: "", terms: of.name, period: "", askedOn: day(-9), due: day(3) }),
  ];
  Object.assign(of.searches[0] ?? {}, { result: "found", pages: 23, by: "Chika Okafor", reportedOn: day(-4) });
  Object.assign(of.searches[2] ?? {}, { result: "nothing", by: "Rui Almeida", reportedOn: day(-3) });
  const note = "The cupboard was emptied in 2023 and holds nothing since.";
  Object.assign(of.searches[5] ?? {}, { result: "not_searched", note, reportedOn: day(-3) });
  Object.assign(of.searches[3] ?? {}, { chased: 1 });
}

function findSearch(of: FakeCase, id: string): FakeSearch {
  const found = of.searches.find(({ search }) => search === id);
  if (found === undefined) throw new Problem({ kind: "notFound", message: "There is no such search in this case." });
  return found;
}

export function searchHandlers(world: World) {
  return {
    search_propose: ({ case: id }) => {
      const of = findCase(world, id);
      const { lastDay } = fakeClock({ ...of, isClosed: false }, world.today);
      const left = lastDay === null ? 0 : Math.max(0, parseDate(lastDay).compare(parseDate(world.today)));
      const due = parseDate(world.today)
        .add({ days: Math.floor(left / 2) })
        .toString();
      const places = systems.map((system) => ({
        ...system,
        isAsked: of.searches.some(({ place }) => place === system.place),
      }));
      const dueWords = `${words.dates.long(due)}: half of the ${counted(left, "day", "days")} that are left`;
      return { value: { places, due, dueWords, terms: [of.name, of.email].filter((term) => term !== "").join("\n") } };
    },
    searches_ask: ({ case: id, version, on, due, places, terms, period }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (places.length === 0) invalid("places", "Choose at least one place.");
      if (places.some(({ place }) => place.trim() === "")) invalid("places", "Each place needs a name.");
      for (const { place, who } of places) {
        of.searches.push(askFor(newId(world), { place, who, terms, period, askedOn: on, due }));
        of.history.push(event(on, "search.asked", "A place was asked to search.", place));
      }
      return changedCase(world, of);
    },
    search_follow: ({ case: id, version, search, what, on, text }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const found = findSearch(of, search);
      if (found.result !== null) {
        refuse("SEARCH-1", "This place has reported already.", "Look at what was recorded.");
      }
      if (what === "escalate" && text.trim() === "") {
        refuse("SEARCH-1", "To whom was it taken?", "Write the name and role.");
      }
      if (what === "chase") found.chased += 1;
      else found.escalatedTo = text;
      const sentence = what === "chase" ? "The search was asked for again." : "The search was taken up.";
      of.history.push(event(on, what === "chase" ? "search.chased" : "search.escalated", sentence, text));
      return changedCase(world, of);
    },
    search_report: ({ case: id, version, search, on, result, pages, by, note, proof }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const found = findSearch(of, search);
      if (result === "not_searched" && note.trim() === "") {
        const remedy = "Write why a search there would not be reasonable and proportionate.";
        refuse("REF-7", "A place that is not searched needs a reason.", remedy);
      }
      Object.assign(found, { result, pages: result === "found" ? pages : 0, by, note, proof, reportedOn: on });
      of.history.push(event(on, "search.reported", `${resultWords[result]}.`, note));
      return changedCase(world, of);
    },
    search_sheet_save: ({ case: id, search }) => {
      const of = findCase(world, id);
      findSearch(of, search);
      return { value: { fileName: `${of.reference}-search.pdf`, sha256: "5ea2c4" } };
    },
    search_text: ({ case: id, search }) => {
      const of = findCase(world, id);
      const { place, who, terms, due } = findSearch(of, search);
      const text = [
        `Search for ${of.reference}`,
        `To: ${who === "" ? place : who}`,
        `Search ${place} with these terms:\n${terms}`,
        `Report by ${words.dates.long(due)}.`,
      ].join("\n\n");
      return { value: { text } };
    },
  } satisfies Handlers;
}
