import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { CaseRow } from "../backend/generated/CaseRow";
import { expectNoViolations } from "../test/axe";
import { draw } from "../test/render";
import { CaseTable } from "./CaseTable";

const row = (index: number): CaseRow => ({
  case: `case-${index}`,
  reference: `SR-2026-${index}`,
  who: `Person ${index}`,
  what: "Access",
  status: "to_answer",
  statusWords: "To answer",
  urgency: "running",
  receivedOn: "2026-10-27",
  receivedWords: "27 Oct 2026",
  lastDay: "2026-11-27",
  lastDayWords: "Fri 27 Nov",
  leftWords: "5 days left",
  next: "Answer",
});

function table(count: number) {
  const onOpen = vi.fn();
  const onView = vi.fn();
  const drawn = draw(<CaseTable name="Cases" count={count} rowAt={row} onOpen={onOpen} onView={onView} />);
  return { ...drawn, onOpen, onView };
}

const active = () => {
  const grid = screen.getByRole("grid", { name: "Cases" });
  return document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
};

it("of 100,000 cases only the rows in view exist, and the whole number is told", () => {
  table(100_000);
  const grid = screen.getByRole("grid", { name: "Cases" });
  expect(grid.getAttribute("aria-rowcount")).toBe("100001");
  const rows = within(grid).getAllByRole("row");
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.length).toBeLessThan(60);
});

it("is one tab stop, in which arrows move the marked row", async () => {
  const { user } = table(30);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("grid", { name: "Cases" }));
  expect(active()?.textContent).toContain("Person 0");
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
  expect(active()?.textContent).toContain("Person 1");
  expect(active()?.getAttribute("aria-selected")).toBe("true");
  await user.keyboard("{Home}");
  expect(active()?.textContent).toContain("Person 0");
  await user.keyboard("{ArrowUp}");
  expect(active()?.textContent).toContain("Person 0");
});

it("Enter opens the marked row, a click the row clicked", async () => {
  const { user, onOpen } = table(5);
  await user.tab();
  await user.keyboard("{End}{Enter}");
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ case: "case-4" }), 4);
  await user.click(screen.getByText(/Person 2/));
  expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ case: "case-2" }), 2);
});

it("says which rows are in view, so that their window can be read", async () => {
  // jsdom thinks nothing is higher than its window.
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(500 * 40 + 34);
  const { user, onView } = table(500);
  await user.tab();
  await user.keyboard("{End}");
  await waitFor(() => expect(onView.mock.lastCall?.[1]).toBe(499));
  expect(onView.mock.lastCall?.[0]).toBeGreaterThan(470);
  expect(active()?.textContent).toContain("Person 499");
});

it("keeps the accessibility rules", async () => {
  const { container } = table(30);
  await expectNoViolations(container);
});
