/** Commands of the pretend core: the list of cases. */
import { caseRow, listCases, statusChoices } from "./cases";
import type { Handlers, World } from "./world";

export function listsHandlers(world: World) {
  return {
    cases_choices: () => ({
      value: {
        kinds: [{ code: "SR", words: "Request" }],
        rights: [{ code: "access", words: "Access" }],
        statuses: statusChoices,
      },
    }),
    cases_open: (query) => {
      const found = listCases(world.cases, query, world.today);
      world.lists.push(found);
      return { value: { list: world.lists.length - 1, count: found.length, all: world.cases.length } };
    },
    cases_rows: ({ list, from, len }) => {
      const rows = (world.lists[list] ?? []).slice(from, from + len).map((one) => caseRow(one, world.today));
      return { value: { from, rows } };
    },
  } satisfies Handlers;
}
