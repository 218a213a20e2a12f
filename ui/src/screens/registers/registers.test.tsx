/** The registers as they are kept: read, added to, checked, retired, with the keyboard. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

it("shows each register with its entries and says what wants to be checked", async () => {
  const { user, container } = openPage({}, "#/registers/systems");
  const table = await screen.findByRole("table", { name: "Systems" });
  expect(within(table).getByRole("button", { name: "This casebook" })).toBeDefined();
  expect(screen.getByText(/3 entries of this register were never checked/)).toBeDefined();
  await expectNoViolations(container);
  await user.click(screen.getByRole("tab", { name: /Sources/ }));
  expect(await screen.findByRole("heading", { name: "Nothing here yet" })).toBeDefined();
});

it("an entry is added with the keyboard alone", async () => {
  const { user, fake } = openPage({}, "#/registers/systems");
  await screen.findByRole("table", { name: "Systems" });
  await user.keyboard("n");
  const dialog = await screen.findByRole("dialog", { name: "Add a system" });
  await expectNoViolations(dialog);
  await user.keyboard("Help desk{Control>}{Enter}{/Control}");
  await screen.findByRole("button", { name: "Help desk" });
  const saved = fake.calls.findLast((call) => call.name === "register_save")?.request;
  expect(saved).toMatchObject({ register: "systems", revision: 0, form: { name: "Help desk", kinds: [] } });
});

it("days that are no number are named and not sent", async () => {
  const { user, fake } = openPage({}, "#/registers/systems");
  await user.click(await screen.findByRole("button", { name: "E-mail" }));
  await user.type(screen.getByLabelText(/Backups are overwritten/), "soon");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.getAllByText("Enter a whole number of days, or leave it empty.").length).toBeGreaterThan(0);
  expect(fake.calls.some((call) => call.name === "register_save")).toBe(false);
});

it("one press notes that an entry is still so", async () => {
  const { user } = openPage({}, "#/registers/purposes");
  await user.click(await screen.findByRole("button", { name: /^Still so/ }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Still so/ })).toBeNull());
  expect(screen.getByText("Checked today.")).toBeDefined();
});

it("a retired entry stays readable below the others", async () => {
  const { user } = openPage({}, "#/registers/systems");
  await user.click(await screen.findByRole("button", { name: "Web analytics" }));
  await user.click(screen.getByRole("button", { name: "Retire…" }));
  await screen.findByRole("dialog", { name: "Retire “Web analytics”" });
  await user.click(screen.getByRole("button", { name: "Retire entry" }));
  const gone = await screen.findByRole("table", { name: "No longer in force" });
  expect(within(gone).getByRole("button", { name: "Web analytics" })).toBeDefined();
});

it("the casebook itself offers no retiring", async () => {
  const { user } = openPage({}, "#/registers/systems");
  await user.click(await screen.findByRole("button", { name: "This casebook" }));
  await screen.findByRole("dialog");
  expect(screen.queryByRole("button", { name: "Retire…" })).toBeNull();
});
