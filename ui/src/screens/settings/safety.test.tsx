import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

async function openSafety() {
  const opened = openPage();
  await screen.findByRole("navigation", { name: /./ });
  await opened.user.keyboard("{Control>},{/Control}");
  const link = screen.queryByRole("tab", { name: "Safety" });
  if (link === null) await opened.user.click(await screen.findByRole("button", { name: /^Settings/ }));
  await opened.user.click(await screen.findByRole("tab", { name: "Safety" }));
  return opened;
}

it("a backup folder is chosen, a backup made, and both are said", async () => {
  const { user, fake } = await openSafety();
  await screen.findByText("There is no recent backup");
  await user.click(screen.getByRole("button", { name: "Choose a backup folder" }));
  await screen.findByText("/media/stick/casebook", { exact: false });
  await user.click(screen.getByRole("button", { name: "Back up now" }));
  await screen.findByText(/It holds everything/);
  const asked = fake.calls.find((call) => call.name === "backup_now")?.request;
  expect(asked).toMatchObject({ job: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

it("what is in the way of a backup is said", async () => {
  const { user, fake } = await openSafety();
  await user.click(await screen.findByRole("button", { name: "Choose a backup folder" }));
  fake.failNext("backup_now", { kind: "unavailable", code: "file", message: "The backup folder is not there." });
  await user.click(await screen.findByRole("button", { name: "Back up now" }));
  expect((await screen.findByRole("alert")).textContent).toContain("The backup folder is not there.");
});

it("the passphrase is changed to a suggested one", async () => {
  const { user, fake } = await openSafety();
  await user.type(await screen.findByLabelText("Passphrase now"), "marble otter lantern quiet");
  await user.click(screen.getByRole("button", { name: "Suggest a passphrase" }));
  await screen.findByLabelText("Suggested passphrase");
  await user.click(screen.getByRole("button", { name: "Use this one" }));
  await user.click(screen.getByRole("button", { name: "Change the passphrase" }));
  await screen.findByText("The passphrase was changed.");
  const changed = fake.calls.find((call) => call.name === "passphrase_change")?.request;
  expect(changed).toMatchObject({ new: "anchor-muffin-quartz-saddle-tulip-wander" });
  expect(screen.getByLabelText<HTMLInputElement>("Passphrase now").value).toBe("");
});

it("a new recovery key is shown at once", async () => {
  const { user } = await openSafety();
  await user.click(await screen.findByRole("button", { name: "Make a new recovery key" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("keeps the accessibility rules", async () => {
  await openSafety();
  await screen.findByText("There is no recent backup");
  await expectNoViolations();
});
