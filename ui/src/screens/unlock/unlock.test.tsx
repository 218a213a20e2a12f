import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { expectFocusKept } from "../../test/focus";
import { openPage } from "../../test/render";

const passphrase = "marble otter lantern quiet";

it("a casebook is made by keyboard: passphrase, recovery key, organisation", async () => {
  const { user, fake } = openPage({ gate: "none" });
  await screen.findByRole("heading", { name: "Make your casebook" });
  await user.type(screen.getByLabelText("Passphrase"), passphrase);
  await screen.findByText(/Strong: guessing it/);
  await user.type(screen.getByLabelText("The same again"), passphrase);
  await user.keyboard("{Enter}");

  await screen.findByRole("heading", { name: "Write down your recovery key" });
  await expectFocusKept();
  expect(screen.getByRole("list", { name: "Recovery key, nine groups" }).children).toHaveLength(9);
  await user.type(screen.getByLabelText("Group 3"), "9rtv");
  await user.type(screen.getByLabelText("Group 7"), "G8ZK");
  await user.click(screen.getByRole("button", { name: "I have written it down" }));

  await screen.findByRole("heading", { name: "Your organisation", level: 1 });
  await expectFocusKept();
  await user.type(await screen.findByLabelText("Registered name"), "Expert CRM Services Limited");
  await user.type(screen.getByLabelText("Company number"), "01234567");
  await user.type(screen.getByLabelText("Registered office"), "1 Station Road{Enter}Stansted{Enter}CM24 8BE");
  await user.click(screen.getByRole("checkbox", { name: /I have checked these facts/ }));
  await user.click(screen.getByRole("button", { name: "Open the casebook" }));

  await screen.findByRole("heading", { name: "No case yet" });
  await expectFocusKept();
  const saved = fake.calls.findLast((call) => call.name === "settings_save")?.request;
  expect(saved).toMatchObject({
    organisation: { registeredOffice: ["1 Station Road", "Stansted", "CM24 8BE"], officeNation: "EW" },
    regulator: { confirmed: true, address: [] },
    envelope: { preset: "uk_dl", windowWidth: 900 },
  });
});

it("the two passphrases have to be the same, and the field says so", async () => {
  const { user } = openPage({ gate: "none" });
  await user.type(await screen.findByLabelText("Passphrase"), passphrase);
  await user.type(screen.getByLabelText("The same again"), "something else");
  expect(screen.getByText("The two are not the same yet.")).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Create casebook" }));
  const notice = await screen.findByRole("alert");
  expect(document.activeElement).toBe(notice);
  expect(screen.getByLabelText("The same again").getAttribute("aria-invalid")).toBe("true");
});

it("a passphrase can be looked at", async () => {
  const { user } = openPage({ gate: "locked" });
  const field = await screen.findByLabelText("Passphrase");
  expect(field.getAttribute("type")).toBe("password");
  await user.click(screen.getByRole("button", { name: "Show: Passphrase" }));
  expect(field.getAttribute("type")).toBe("text");
});

it("a recovery key that was never confirmed is replaced, not shown again", async () => {
  const { user } = openPage({ gate: "open", setup: "recoveryKey" });
  await screen.findByRole("heading", { name: "Your recovery key was not confirmed" });
  await user.click(screen.getByRole("button", { name: "Show a new recovery key" }));
  await screen.findByLabelText("Group 3");
});

it("a wrong group is named", async () => {
  const { user } = openPage({ gate: "open", setup: "recoveryKey" });
  await user.click(await screen.findByRole("button", { name: "Show a new recovery key" }));
  await user.type(await screen.findByLabelText("Group 3"), "AAAA");
  await user.click(screen.getByRole("button", { name: "I have written it down" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Group 3 is not as shown");
});

it("unlocks with the passphrase, or with the recovery key", async () => {
  const { user } = openPage({ gate: "locked" });
  await user.type(await screen.findByLabelText("Passphrase"), "not this one{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("That does not open the casebook");
  await user.click(screen.getByRole("button", { name: "Use the recovery key instead" }));
  await user.type(screen.getByLabelText("Recovery key"), "k7qw m3hd 9rtv xb2f j6np 4cys g8zk w5la 3e");
  await user.click(screen.getByRole("button", { name: "Unlock" }));
  await screen.findByRole("grid", { name: "Cases" });
});

it("what is wrong with the organisation stands beside the fields and in a summary", async () => {
  const { user } = openPage({ gate: "open", setup: "organisation" });
  await user.click(await screen.findByRole("button", { name: "Open the casebook" }));
  expect((await screen.findByRole("alert")).textContent).toContain("2 things need another look");
  await user.click(screen.getByRole("button", { name: "A company number has eight characters." }));
  expect(document.activeElement).toBe(screen.getByLabelText("Company number"));
});

it("an envelope of one's own is measured in millimetres", async () => {
  const { user, fake } = openPage({ gate: "open", setup: "organisation" });
  await user.click(await screen.findByRole("radio", { name: /Another envelope/ }));
  const width = screen.getByLabelText("Window width");
  await user.clear(width);
  await user.type(width, "95.5");
  await user.type(screen.getByLabelText("Registered name"), "A Limited");
  await user.type(screen.getByLabelText("Company number"), "01234567");
  await user.click(screen.getByRole("button", { name: "Open the casebook" }));
  await waitFor(() => expect(fake.calls.some((call) => call.name === "settings_save")).toBe(true));
  const saved = fake.calls.findLast((call) => call.name === "settings_save")?.request;
  expect(saved).toMatchObject({ envelope: { preset: "own", windowWidth: 955 } });
});

it.each([
  ["none", undefined, "Make your casebook"],
  ["locked", undefined, "Unlock your casebook"],
  ["open", "recoveryKey", "Your recovery key was not confirmed"],
  ["open", "organisation", "Your organisation"],
] as const)("keeps the accessibility rules: %s %s", async (gate, setup, heading) => {
  openPage(setup === undefined ? { gate } : { gate, setup });
  await screen.findByRole("heading", { name: heading, level: 1 });
  await expectNoViolations();
});

it("after a wrong passphrase the field is empty and has the focus", async () => {
  const { user } = openPage({ gate: "locked" });
  const field = await screen.findByLabelText<HTMLInputElement>("Passphrase");
  await user.type(field, "not this one{Enter}");
  await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Passphrase")));
  expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("");
});

it("while the next try has to wait, the seconds are counted and what was typed stays", async () => {
  const { user, fake } = openPage({ gate: "locked" });
  fake.failNext("casebook_unlock", { kind: "wrongPassphrase", message: "Not tried.", waitSeconds: 2 });
  await user.type(await screen.findByLabelText("Passphrase"), `${passphrase}{Enter}`);
  await screen.findByText("The next try is possible in 2 seconds.");
  expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe(passphrase);
  await user.keyboard("{Enter}");
  expect(fake.calls.filter((call) => call.name === "casebook_unlock")).toHaveLength(1);
  await waitFor(() => expect(screen.queryByText(/The next try/)).toBeNull(), { timeout: 20_000 });
  await user.click(screen.getByRole("button", { name: "Unlock" }));
  await waitFor(() => expect(screen.queryByLabelText("Passphrase")).toBeNull());
}, 30_000);

it("a refusal goes once something else is typed, so that nothing is red and green at once", async () => {
  const { user } = openPage({ gate: "none" });
  await user.type(await screen.findByLabelText("Passphrase"), "short");
  await user.type(screen.getByLabelText("The same again"), "short{Enter}");
  await screen.findByRole("alert");
  await user.type(screen.getByLabelText("Passphrase"), " marble otter lantern quiet");
  expect(screen.queryByRole("alert")).toBeNull();
  await screen.findByText(/Strong: guessing it/);
});

it("a backup is brought back by keyboard", async () => {
  const { user, fake } = openPage({ gate: "none" });
  await user.click(await screen.findByRole("button", { name: "Restore from a backup" }));
  await screen.findByRole("heading", { name: "Restore from a backup" });
  await user.click(screen.getByRole("button", { name: "Choose the backup folder" }));
  await screen.findByRole("radio", { name: /22 November 2026, 14:03/ });
  await expectNoViolations();
  await user.type(screen.getByLabelText("Passphrase"), `${passphrase}{Enter}`);
  await waitFor(() => expect(fake.calls.some((call) => call.name === "casebook_restore")).toBe(true));
  const asked = fake.calls.find((call) => call.name === "casebook_restore")?.request;
  expect(asked).toEqual({ snapshot: "20261122-1403-17Z", passphrase, recoveryKey: null });
});

it("the recovery sheet takes a typed word", async () => {
  const { user, fake } = openPage({ gate: "open", setup: "recoveryKey" });
  await user.click(await screen.findByRole("button", { name: "Show a new recovery key" }));
  await user.click(await screen.findByRole("button", { name: "Save it as a PDF instead" }));
  await user.type(await screen.findByLabelText("Type the word paper"), "paper{Enter}");
  await waitFor(() => expect(fake.calls.at(-1)?.request).toEqual({ typed: "paper" }));
});
