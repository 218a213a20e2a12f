/** Settings of the desk and the logo. */
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

it("the numbers of the desk are kept, and what is no number is named first", async () => {
  const { user, fake, container } = openPage({}, "#/settings/desk");
  const idle = await screen.findByLabelText(/Lock when nobody types/);
  await expectNoViolations(container);
  await user.clear(idle);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(fake.calls.some((call) => call.name === "settings_save")).toBe(false);
  await user.type(idle, "30{Control>}{Enter}{/Control}");
  await waitFor(() => expect(fake.calls.some((call) => call.name === "settings_save")).toBe(true));
  const saved = fake.calls.findLast((call) => call.name === "settings_save")?.request;
  expect(saved).toMatchObject({ desk: { idleMinutes: 30, targetDays: 20 } });
});

it("a logo is chosen, named with its size, and removed", async () => {
  const { user, container } = openPage({}, "#/settings/logo");
  await user.click(await screen.findByRole("button", { name: "Choose a picture…" }));
  expect(await screen.findByText("480 × 144 pixels")).toBeDefined();
  await expectNoViolations(container);
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(await screen.findByText(/No logo/)).toBeDefined();
});
