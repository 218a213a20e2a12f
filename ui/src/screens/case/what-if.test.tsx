/** What if: dates that would follow, with the keyboard, and nothing of it recorded. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { caseId, openPage } from "../../test/render";

const open = (number = 1) => openPage({ cases: 12 }, `#/case/${caseId(number)}/overview`);

it("I supposes what is likeliest and says what would become of the last day", async () => {
  const { user, fake } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("i");
  const dialog = await screen.findByRole("dialog", { name: "What if…" });
  const then = within(dialog).getByRole("region", { name: "What would follow" });
  await waitFor(() => expect(then.textContent).toContain("There would be no last day until an answer"));
  await expectNoViolations(dialog);
  expect(fake.calls.findLast((call) => call.name === "case_what_if")?.request).toMatchObject({
    supposed: [{ what: "clarification_asked", on: "2026-11-22" }],
  });
  await user.click(within(then).getByRole("button", { name: "Why this date" }));
  expect(within(then).getAllByRole("listitem").length).toBeGreaterThan(0);
});

it("something else can follow, and be left out again", async () => {
  const { user } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("i");
  const dialog = await screen.findByRole("dialog");
  await user.click(await within(dialog).findByRole("button", { name: "And then something else" }));
  const then = within(dialog).getByRole("region", { name: "What would follow" });
  await waitFor(() => expect(then.textContent).toContain("would stay Friday 18 December 2026"));
  await user.click(within(dialog).getByRole("button", { name: "Leave out number 2" }));
  await waitFor(() => expect(then.textContent).toContain("There would be no last day"));
});

it("a day before the request came is refused in words, and Escape leaves everything as it was", async () => {
  const { user, fake } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("i");
  const dialog = await screen.findByRole("dialog");
  const year = await within(dialog).findByLabelText("Year");
  await user.clear(year);
  await user.type(year, "2020");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("before the day on which the request came");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(fake.calls.some((call) => call.name === "case_record")).toBe(false);
});
