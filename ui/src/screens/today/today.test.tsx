import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { caseId, draw, openPage } from "../../test/render";
import { Section } from "./TodaySection";

const lines = (section: string) => within(screen.getByRole("region", { name: section })).getAllByRole("link");

it("shows what presses, most urgent first, each with its next step", async () => {
  openPage({ cases: 36 }, "#/today");
  await screen.findByText("Sunday 22 November 2026");
  const [first, second] = lines("Overdue");
  expect(first?.textContent).toMatch(/Overdue, SR-2026-\d{4}-[A-Z].*late.*Answer/);
  const late = (text = "") => Number(/(\d+) days? late/.exec(text)?.[1]);
  expect(late(first?.textContent)).toBeGreaterThanOrEqual(late(second?.textContent));
  expect(lines("Waiting for somebody")[0]?.textContent).toContain("Chase");
  // Sections without lines are not there.
  expect(screen.queryByRole("region", { name: "To print" })).toBeNull();
});

it("arrows go from line to line and Enter opens the case", async () => {
  const { user } = openPage({ cases: 36 }, "#/today");
  await screen.findByRole("region", { name: "Overdue" });
  lines("Overdue")[0]?.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  const second = lines("Overdue")[1];
  expect(document.activeElement).toBe(second);
  await user.keyboard("{Enter}");
  const heading = await screen.findByRole("heading", { level: 1 });
  expect(second?.textContent).toContain(heading.textContent);
});

it("what does not fit leads to the list with the same filter", async () => {
  const { user } = openPage({ cases: 100 }, "#/today");
  await user.click(await screen.findByRole("link", { name: /more: Overdue/ }));
  await screen.findByRole("grid", { name: "Cases" });
  expect(screen.getByRole("radio", { name: "Overdue" })).toHaveProperty("checked", true);
});

it("a letter to post leads to its part of the out tray", async () => {
  const { fake, user } = openPage({ cases: 12 }, "#/today");
  const begun = await fake.call("letter_begin", { case: caseId(1), kind: "L01", party: null, again: null });
  const { letter, revision, caseVersion } = begun;
  await fake.call("letter_make_final", { commandId: caseId(9), letter, revision, caseVersion });
  const [line] = within(await screen.findByRole("region", { name: "To post" })).getAllByRole("link");
  expect(line?.getAttribute("href")).toBe("#/letters/printed");
  if (line !== undefined) await user.click(line);
  expect(await screen.findByRole("heading", { name: "Letters", level: 1 })).toBeDefined();
});

it("the side bar counts what presses", async () => {
  openPage({ cases: 36 }, "#/today");
  const overdue = (await screen.findByRole("region", { name: "Overdue" })).querySelector(".today__count")?.textContent;
  const due = screen.getByRole("region", { name: "Due this week" }).querySelector(".today__count")?.textContent;
  const link = screen.getByRole("link", { name: /^Today/ });
  expect(link.textContent).toContain(`${Number(overdue) + Number(due)} things press`);
});

it("an empty casebook says what this page is for", async () => {
  const { user } = openPage({ cases: 0 }, "#/today");
  await screen.findByRole("heading", { name: "Your desk is empty" });
  await expectNoViolations();
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByRole("heading", { name: "Cases", level: 1 });
});

it("keeps the accessibility rules", async () => {
  openPage({ cases: 36 }, "#/today");
  await screen.findByRole("region", { name: "Overdue" });
  await expectNoViolations();
});

it("a day of another year says its year, one of this year does not", async () => {
  const { fake } = openPage({ cases: 36 }, "#/today");
  const { sections } = await fake.call("today_read", {});
  const [row] = sections.flatMap((section) => section.rows);
  if (row === undefined) throw new Error("nothing presses in the pretend casebook");
  const rows = [
    { ...row, on: "2025-11-03", when: "since Mon 3 Nov", what: "then" },
    { ...row, on: "2026-11-03", when: "since Tue 3 Nov", what: "now" },
  ];
  const section = { key: "waiting" as const, count: 2, rows, more: 0 };
  const { container } = draw(<Section section={section} today="2026-11-22" />);
  const said = [...container.querySelectorAll(".today-line__when")].map((when) => when.textContent);
  expect(said[0]).toContain("since Mon 3 Nov 2025");
  expect(said[1]).not.toContain("2026");
});

it("says when the lists of holidays want looking after, and leads there", async () => {
  const { user } = openPage({ cases: 3, today: "2028-01-03" }, "#/today");
  expect(await screen.findByText("The published holidays end on 31 December 2028.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Look at the holidays" }));
  expect(await screen.findByRole("tab", { name: "Holidays", selected: true })).toBeDefined();
});

it("says that the computer's clock was set back, before anything else", async () => {
  const timeWarning = "The computer’s clock says Tuesday 3 November 2026, but an entry was made on 5 November.";
  openPage({ cases: 3, timeWarning }, "#/today");
  const warning = await screen.findByText(timeWarning);
  const [section] = screen.getAllByRole("region");
  expect(section && warning.compareDocumentPosition(section)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await expectNoViolations();
});
