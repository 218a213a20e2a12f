import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

const rows = () =>
  within(screen.getByRole("grid", { name: "Cases" }))
    .getAllByRole("row")
    .slice(1);

it("a casebook without cases says how one comes", async () => {
  const { user } = openPage({ cases: 0 });
  await screen.findByRole("heading", { name: "No case yet" });
  await expectNoViolations();
  const [, main] = screen.getAllByText("New case");
  await user.click(main ?? document.body);
  await screen.findByRole("heading", { name: "New case" });
});

it("shows open cases, most urgent first, and how many there are", async () => {
  openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  expect(screen.getByText("11 of 12 cases")).toBeDefined();
  expect(rows()[0]?.textContent).toMatch(/SR-2026-\d{4}-[A-Z].*days late/);
});

it("filters, orders and searches", async () => {
  const { user, fake } = openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  await user.click(screen.getByRole("radio", { name: "Waiting" }));
  await waitFor(() => expect(rows().every((row) => row.textContent?.includes("Identity asked"))).toBe(true));
  await user.click(screen.getByRole("radio", { name: "All" }));
  await user.type(screen.getByRole("searchbox", { name: "Search cases" }), "zofia");
  await screen.findByText("1 of 12 cases");
  expect(rows()).toHaveLength(1);
  await user.keyboard("{Escape}");
  await screen.findByText("12 cases");
  const head = () => screen.getByRole("columnheader", { name: "Who" });
  expect(head().getAttribute("aria-sort")).toBeNull();
  await user.click(within(head()).getByRole("button"));
  await waitFor(() => expect(rows()[0]?.textContent).toContain("Aoife"));
  expect(head().getAttribute("aria-sort")).toBe("ascending");
  await user.click(within(head()).getByRole("button"));
  await waitFor(() => expect(head().getAttribute("aria-sort")).toBe("descending"));
  expect(rows()[0]?.textContent).not.toContain("Aoife");
  expect(fake.calls.findLast((call) => call.name === "cases_open")?.request).toEqual({
    filter: "all",
    sort: "name",
    reversed: true,
    text: "",
  });
});

it("filters by status and last day, and says how many parts of the filter are set", async () => {
  const { user, fake } = openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  await user.click(screen.getByRole("button", { name: "Filter" }));
  await user.click(await screen.findByRole("button", { name: /Any Status/ }));
  await user.click(await screen.findByRole("option", { name: "Identity asked" }));
  await waitFor(() => expect(rows().every((row) => row.textContent?.includes("Identity asked"))).toBe(true));
  const from = within(screen.getByRole("group", { name: /Last day from/ }));
  await user.click(from.getByRole("textbox", { name: "Day" }));
  await user.keyboard("01122030");
  await screen.findByRole("heading", { name: "No case fits" });
  expect(fake.calls.findLast((call) => call.name === "cases_open")?.request).toMatchObject({
    status: "identity",
    dueFrom: "2030-12-01",
  });
  await expectNoViolations();
  await user.click(screen.getByRole("button", { name: "Clear filter" }));
  await screen.findByRole("button", { name: "Filter" });
  await waitFor(() => expect(rows().length).toBeGreaterThan(5));
});

it("coming back from a case one finds the list as one left it", async () => {
  const { user } = openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  await user.click(screen.getByRole("radio", { name: "All" }));
  await user.type(screen.getByRole("searchbox", { name: "Search cases" }), "zofia");
  await waitFor(() => expect(rows()).toHaveLength(1));
  await user.click(rows()[0] ?? document.body);
  await screen.findByRole("heading", { level: 1, name: /Zofia/ });
  await user.click(screen.getByRole("link", { name: "Cases", current: "page" }));
  expect(await screen.findByRole("searchbox", { name: "Search cases" })).toHaveProperty("value", "zofia");
  expect(screen.getByRole("radio", { name: "All" })).toHaveProperty("checked", true);
});

it("a search that finds nothing says what it looks at", async () => {
  const { user } = openPage({ cases: 12 });
  await user.type(await screen.findByRole("searchbox", { name: "Search cases" }), "nobody of this name");
  await screen.findByRole("heading", { name: "No case fits" });
  await user.click(screen.getByRole("button", { name: "Show all cases" }));
  await screen.findByText("12 cases");
});

it("opens a case by keyboard alone", async () => {
  const { user } = openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  screen.getByRole("grid", { name: "Cases" }).focus();
  const second = rows()[1]?.textContent ?? "";
  await user.keyboard("{ArrowDown}{Enter}");
  const heading = await screen.findByRole("heading", { level: 1 });
  expect(second).toContain(heading.textContent);
});

it("keeps the accessibility rules", async () => {
  openPage({ cases: 12 });
  await screen.findByText("Maya Osei", { exact: false });
  await expectNoViolations();
});
