import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

it("the numbers of the year so far stand there, and other days can be asked for", async () => {
  const { user, fake } = openPage({ cases: 12, today: "2026-11-25" }, "#/reports");
  const numbers = await screen.findByRole("region", { name: "Numbers" });
  expect(within(numbers).getByText("Received")).toBeDefined();
  expect(screen.getByRole("table", { name: "Right" })).toBeDefined();
  await expectNoViolations();
  const from = screen.getByRole("group", { name: "From" });
  const year = within(from).getByLabelText("Year");
  await user.clear(year);
  await user.type(year, "2019");
  const asked = fake.calls.filter((call) => call.name === "report_read").map((call) => call.request);
  expect(asked).toContainEqual({ from: "2026-01-01", to: "2026-11-25" });
  expect(asked).toContainEqual({ from: "2019-01-01", to: "2026-11-25" });
});

it("the log is saved without names unless they are asked for, and says what was saved", async () => {
  const { user, fake } = openPage({ cases: 12, today: "2026-11-25" }, "#/reports");
  const log = await screen.findByRole("region", { name: "Log of requests" });
  await user.click(within(log).getByRole("button", { name: "Save the log" }));
  expect(await within(log).findByText(/was saved/)).toBeDefined();
  await user.click(within(log).getByRole("checkbox", { name: /With names/ }));
  await user.click(within(log).getByRole("button", { name: "Save the log" }));
  const saves = fake.calls.filter((call) => call.name === "sar_log_save").map((call) => call.request);
  expect(saves).toMatchObject([{ withNames: false }, { withNames: true }]);
});

it("days without a request say so", async () => {
  openPage({ cases: 0, today: "2026-11-25" }, "#/reports");
  expect(await screen.findByText("No request was received in this time")).toBeDefined();
});
