/** The search of a case: asked, followed and reported, with the keyboard, seen by axe. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../../test/axe";
import { expectFocusKept } from "../../../test/focus";
import { caseId, openPage } from "../../../test/render";

/** The fifth case has a search under way; the first has asked nobody. */
const open = (number = 5) => openPage({ cases: 12 }, `#/case/${caseId(number)}/search`);

type Page = ReturnType<typeof open>;
const last = (fake: Page["fake"], name: Parameters<Page["fake"]["failNext"]>[0]) =>
  fake.calls.findLast((call) => call.name === name)?.request;

async function chooseFor(user: Page["user"], place: string, what: string) {
  await user.click(await screen.findByRole("button", { name: `More for ${place}` }));
  await user.click(await screen.findByRole("menuitem", { name: what }));
  return screen.findByRole("dialog");
}

it("proposes the places of the register, a day from the time left, and terms; one key records all as asked", async () => {
  const { user, fake } = open(1);
  const places = await screen.findByRole("group", { name: /Places to search/ });
  expect(within(places).getAllByRole("checkbox", { checked: true })).toHaveLength(5);
  expect(screen.getByText(/half of the 26 days that are left/)).toBeDefined();
  expect((screen.getByLabelText("What to search with") as HTMLTextAreaElement).value).toContain("Zofia");
  await expectNoViolations();
  await user.keyboard("s");
  const table = await screen.findByRole("table", { name: "Places asked" });
  expect(within(table).getAllByRole("row")).toHaveLength(6);
  expect(screen.getByText("0 of 5 places have reported.")).toBeDefined();
  expect(last(fake, "searches_ask")).toMatchObject({ on: "2026-11-22", due: "2026-12-05", period: "" });
});

it("a place is left out, another is added by hand, and the day is chosen", async () => {
  const { user, fake } = open(1);
  await user.click(await screen.findByRole("checkbox", { name: /Web analytics/ }));
  await user.click(screen.getByRole("button", { name: "Add a place" }));
  await user.keyboard("Paper files in the attic");
  await user.type(screen.getByLabelText(/Who is asked, place 1/), "Anna Fielding");
  const due = screen.getByRole("group", { name: /They report by/ });
  const day = within(due).getByLabelText("Day");
  await user.clear(day);
  await user.keyboard("01");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByRole("table", { name: "Places asked" });
  await expectFocusKept();
  const sent = last(fake, "searches_ask") as { places: { system: string | null; place: string }[]; due: string };
  expect(sent.due).toBe("2026-12-01");
  expect(sent.places.map(({ place }) => place)).not.toContain("Web analytics");
  expect(sent.places.at(-1)).toEqual({ system: null, place: "Paper files in the attic", who: "Anna Fielding" });
});

it("nothing chosen is said, and nothing is sent", async () => {
  const { user, fake } = open(1);
  const places = await screen.findByRole("group", { name: /Places to search/ });
  for (const tick of within(places).getAllByRole("checkbox")) await user.click(tick);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Choose at least one place, or add one.")).toBeDefined();
  expect(last(fake, "searches_ask")).toBeUndefined();
});

it("the late ones come first, each state is a word, and the tab says how far it is", async () => {
  open();
  const table = await screen.findByRole("table", { name: "Places asked" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((row) => within(row).getByRole("rowheader").textContent)).toEqual([
    "Web analyticsNobody named",
    "Help deskAnna Fielding",
    "This casebookData Protection Officer",
    "E-mailChika Okafor",
    "AccountsRui Almeida",
    "Paper filesNobody named",
  ]);
  expect(rows[0]?.textContent).toMatch(/Late.*asked again once/);
  expect(rows[1]?.textContent).toContain("Waiting");
  expect(rows[3]?.textContent).toContain("Found, 23 pages");
  expect(rows[5]?.textContent).toMatch(/Not searched.*The cupboard was emptied/);
  expect(screen.getByRole("tab", { name: /Search & actions/ }).textContent).toContain("3 of 6");
  await expectNoViolations();
});

it("a result is recorded with its pages, and what was not searched needs its reason", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Record result of Help desk" }));
  const dialog = await screen.findByRole("dialog", { name: "Result of Help desk" });
  await expectNoViolations(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Record result" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("Enter a whole number of pages.");
  await user.click(within(dialog).getByRole("radio", { name: /Not searched/ }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(within(dialog).getByRole("alert").textContent).toContain("REF-7"));
  await user.type(within(dialog).getByLabelText(/Why it was not searched/), "The tickets were moved.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(last(fake, "search_report")).toMatchObject({ result: "not_searched", pages: 0, by: "Anna Fielding" });
  expect(screen.getByText("4 of 6 places have reported; one is late.")).toBeDefined();
  // The next place whose result is awaited.
  await expectFocusKept();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Record result"));
});

it("a place is asked again, and taken up by name", async () => {
  const { user, fake } = open();
  await chooseFor(user, "Web analytics", "Ask again");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(last(fake, "search_follow")).toMatchObject({ what: "chase", on: "2026-11-22", text: "" });
  expect(await screen.findByText(/asked again 2 times/)).toBeDefined();
  const dialog = await chooseFor(user, "Web analytics", "Take it up");
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("To whom"), "Maya Lindqvist, director");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText(/Taken to Maya Lindqvist, director/)).toBeDefined();
});

it("the request is a PDF, and a text to be copied", async () => {
  const { user } = open();
  const dialog = await chooseFor(user, "Help desk", "Request as e-mail text");
  expect(await within(dialog).findByText(/To: Anna Fielding/)).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Copy Request" }));
  expect(await within(dialog).findByText("Request copied.")).toBeDefined();
  expect(await navigator.clipboard.readText()).toContain("Search Help desk with these terms:");
  await user.click(within(dialog).getByRole("button", { name: "Done" }));
  await user.click(screen.getByRole("button", { name: "More for Help desk" }));
  await user.click(await screen.findByRole("menuitem", { name: "Save the request as PDF" }));
  expect(await screen.findByText(/Saved as SR-2026-0046-\w-search\.pdf/)).toBeDefined();
});

it("the same is recorded for several places, each on the version before it", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Record the same for several" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Record for all chosen" }));
  expect(within(dialog).getByText("Choose at least one place.")).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Choose all" }));
  await expectNoViolations(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Record for all chosen" }));
  expect(await screen.findByText("6 of 6 places have reported.")).toBeDefined();
  const sent = fake.calls.filter(({ name }) => name === "search_report").map(({ request }) => request);
  expect(sent.map((one) => (one as { version: number }).version)).toEqual([1, 2, 3]);
  expect(screen.queryByRole("button", { name: "Record the same for several" })).toBeNull();
  await expectFocusKept();
});

it("where one of several fails, the others stay recorded and the rest can be sent again", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Record the same for several" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Choose all" }));
  const call = fake.call;
  let calls = 0;
  fake.call = (name, request) => {
    if (name === "search_report" && ++calls === 2) {
      fake.failNext(name, { kind: "unavailable", code: "diskFull", message: "Make room and try again." });
    }
    return call(name, request);
  };
  await user.click(within(dialog).getByRole("button", { name: "Record for all chosen" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("Make room");
  expect(within(dialog).getByText(/1 place is recorded already/)).toBeDefined();
  await user.click(within(dialog).getByRole("button", { name: "Record for all chosen" }));
  expect(await screen.findByText("6 of 6 places have reported.")).toBeDefined();
});

it("more places can be asked, without those that were", async () => {
  const { user } = open();
  await screen.findByRole("table", { name: "Places asked" });
  await user.keyboard("s");
  const dialog = await screen.findByRole("dialog", { name: "Ask for the search" });
  expect(within(dialog).getByText(/names no further place/)).toBeDefined();
  await expectNoViolations(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Add a place" }));
  await user.keyboard("Chat archive{Control>}{Enter}{/Control}");
  expect(await screen.findByText("3 of 7 places have reported; one is late.")).toBeDefined();
});
