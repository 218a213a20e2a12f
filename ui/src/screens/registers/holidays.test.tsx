/** Holidays: read, set by hand, read in from a list, with the keyboard. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

const open = (today?: string) => openPage({ cases: 3, ...(today !== undefined && { today }) }, "#/registers/holidays");

it("shows the days of the office's nation and of any other place", async () => {
  const { user, container } = open();
  const table = await screen.findByRole("table", { name: "Holidays of England and Wales" });
  expect(within(table).getByText("Christmas Day")).toBeDefined();
  expect(screen.getByText(/looked up on 21 August 2026/)).toBeDefined();
  await expectNoViolations(container);
  await user.click(screen.getByRole("button", { name: /Holidays of/ }));
  await user.click(await screen.findByRole("option", { name: "Scotland" }));
  expect(await screen.findByRole("table", { name: "Holidays of Scotland" })).toBeDefined();
});

it("a holiday is added with the keyboard alone, with who says so", async () => {
  const { user, fake } = open();
  await screen.findByRole("table");
  await user.keyboard("n");
  const dialog = await screen.findByRole("dialog", { name: "Add a holiday" });
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("Day", { selector: "input" }), "07062027");
  await user.type(within(dialog).getByLabelText(/What it is called/), "A day for everyone");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await within(dialog).findByText("Write who says so.", { selector: ".field__error" })).toBeDefined();
  await user.type(within(dialog).getByLabelText(/Who says so/), "The King{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText("A day for everyone")).toBeDefined();
  expect(fake.calls.findLast((call) => call.name === "holiday_set")?.request).toMatchObject({
    revision: 0,
    place: "EW",
    day: "2027-06-07",
    isHoliday: true,
  });
});

it("a day is taken away and stays to be put back", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: /^Take away Fri 25 Dec/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Take away Fri 25 Dec/ });
  await user.type(within(dialog).getByLabelText(/Who says so/), "A mistake{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("button", { name: /^Put back Fri 25 Dec/ })).toBeDefined();
  expect(screen.getByText("No holiday")).toBeDefined();
});

it("a list shows what it changes before it is taken over", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Read in a list…" }));
  const dialog = await screen.findByRole("dialog", { name: "Take over this list?" });
  expect(within(dialog).getByRole("table", { name: "1 day differs" }).textContent).toContain("A day for everyone");
  const moves = within(dialog).getByRole("table", { name: "Last days that would move" });
  expect(moves.textContent).toContain("Tue 8 Jun 2027");
  await expectNoViolations(dialog);
  expect(fake.calls.some((call) => call.name === "holidays_apply")).toBe(false);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(fake.calls.findLast((call) => call.name === "holidays_apply")?.request).toMatchObject({
    revision: 0,
    source: "www.gov.uk/bank-holidays.json",
  });
});

it("a file that is no list is named, and a near end is announced", async () => {
  const { user, fake } = open("2028-01-03");
  expect(await screen.findByText(/end on 31 December 2028/)).toBeDefined();
  const message = "The list has no days for Scotland.";
  fake.failNext("holidays_choose", { kind: "invalid", fields: [{ field: "file", message }] });
  await user.click(screen.getByRole("button", { name: "Read in a list…" }));
  expect(await screen.findByText(message)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "I looked, nothing new" }));
  expect(await screen.findByText("Last looked for a newer list today.")).toBeDefined();
});
