import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../test/axe";
import { caseId, openPage } from "../test/render";
import { actionNames, actions } from "./actions";

it("Ctrl+K finds a case by anything and opens it", async () => {
  const { user } = openPage({ cases: 12 });
  await screen.findByRole("grid", { name: "Cases" });
  await user.keyboard("{Control>}k{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Search or do" });
  await user.keyboard("maya");
  await within(dialog).findByRole("option", { name: /Maya Osei/ });
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { name: "Maya Osei", level: 1 });
});

it("Ctrl+K does what the screen can do, and only that", async () => {
  const { user } = openPage({ cases: 12 }, `#/case/${caseId(1)}/overview`);
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("{Control>}k{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Search or do" });
  expect(within(dialog).queryByRole("option", { name: /Open case again/ })).toBeNull();
  expect(within(dialog).queryByRole("option", { name: /Make final/ })).toBeNull();
  await expectNoViolations(dialog);
  await user.keyboard("export");
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: "Export history" });
});

it("Ctrl+K knows an action by its beginning, also when people fit as well", async () => {
  const { user } = openPage({ cases: 12 });
  await screen.findByRole("grid", { name: "Cases" });
  await user.keyboard("{Control>}k{/Control}go to s");
  const dialog = await screen.findByRole("dialog", { name: "Search or do" });
  await within(dialog).findByRole("option", { name: /Go to settings/ });
  await user.keyboard("{Enter}");
  await screen.findByRole("tab", { name: "Organisation", selected: true });
});

it("Ctrl+B makes the side bar narrow, and this device remembers", async () => {
  const { user, container } = openPage({ cases: 3 });
  await screen.findByRole("grid", { name: "Cases" });
  expect(container.querySelector("[data-rail]")).toBeNull();
  await user.keyboard("{Control>}b{/Control}");
  expect(container.querySelector("[data-rail]")).not.toBeNull();
  expect(window.localStorage.getItem("casebook-device")).toContain('"isRail":true');
  expect(screen.getByRole("link", { name: /^Cases/ })).toBeDefined();
  await user.keyboard("{Control>}b{/Control}");
  expect(container.querySelector("[data-rail]")).toBeNull();
});

it("after locking it says that what was typed was kept", async () => {
  const { user } = openPage({ cases: 3 });
  await screen.findByRole("grid", { name: "Cases" });
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByText("Locked. What you typed was kept.");
});

it("? shows every key of the one list", async () => {
  const { user } = openPage({ cases: 3 });
  await screen.findByRole("grid", { name: "Cases" });
  await user.keyboard("?");
  const dialog = await screen.findByRole("dialog", { name: "Keys" });
  for (const name of actionNames) {
    if (actions[name].keys !== undefined) expect(within(dialog).getByText(actions[name].name)).toBeDefined();
  }
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("a letter typed into a field is a letter, not a shortcut", async () => {
  const { user } = openPage({ cases: 3 });
  const search = await screen.findByRole("searchbox", { name: "Search cases" });
  await user.type(search, "w?");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(search).toHaveProperty("value", "w?");
});

it("while a dialog is open its keys do nothing behind it", async () => {
  const { user } = openPage({ cases: 3 }, `#/case/${caseId(1)}/overview`);
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("e");
  await screen.findByRole("dialog", { name: "Export history" });
  await user.keyboard("{Control>}n{/Control}");
  expect(screen.getByRole("dialog", { name: "Export history" })).toBeDefined();
  expect(window.location.hash).toContain("#/case/");
});

it("single letters can be turned off", async () => {
  const { user } = openPage({ cases: 3 }, "#/settings/device");
  await user.click(await screen.findByRole("checkbox", { name: /Single letters are shortcuts/ }));
  await user.click(screen.getByRole("link", { name: /^Cases/ }));
  await screen.findByRole("grid", { name: "Cases" });
  await user.keyboard("?");
  expect(screen.queryByRole("dialog")).toBeNull();
  // Turned on again, for this device remembers.
  await user.keyboard("{Control>},{/Control}");
  await user.click(await screen.findByRole("tab", { name: "This device" }));
  await user.click(await screen.findByRole("checkbox", { name: /Single letters are shortcuts/ }));
});

it("the appearance chosen is shown at once and remembered on this device alone", async () => {
  const { user, fake } = openPage({ cases: 3 }, "#/settings/device");
  await user.click(await screen.findByRole("radio", { name: "High contrast, white on black" }));
  expect(document.documentElement.dataset.theme).toBe("contrastDark");
  expect(window.localStorage.getItem("casebook-device")).toContain("contrastDark");
  expect(fake.calls.some((call) => call.name === "settings_save")).toBe(false);
  await user.click(screen.getByRole("radio", { name: "As the system" }));
});

it("Ctrl+L keeps what is typed, locks, and leaves nothing of a case on the page", async () => {
  const { user, fake } = openPage({ cases: 3 }, "#/new-case");
  await user.type(await screen.findByLabelText("What came in"), "a secret matter");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByRole("heading", { name: "Unlock your casebook" });
  expect(document.body.textContent).not.toContain("a secret matter");
  const names = fake.calls.map((call) => call.name);
  expect(names.lastIndexOf("draft_keep")).toBeLessThan(names.indexOf("casebook_lock"));
  await user.type(screen.getByLabelText("Passphrase"), "marble otter lantern quiet{Enter}");
  expect(await screen.findByDisplayValue("a secret matter")).toBeDefined();
});

it("when the casebook locks by itself the page follows", async () => {
  const { fake } = openPage({ cases: 3 }, `#/case/${caseId(1)}/overview`);
  await screen.findByRole("heading", { name: "Zofia Żółkiewska-Brown" });
  act(() => fake.lockItself());
  await screen.findByRole("heading", { name: "Unlock your casebook" });
  expect(document.body.textContent).not.toContain("Zofia");
});

it("an answer that it is locked leads to unlocking", async () => {
  const { user, fake } = openPage({ cases: 3 });
  await screen.findByRole("grid", { name: "Cases" });
  fake.failNext("cases_open", { kind: "locked" });
  await user.click(screen.getByRole("radio", { name: "All" }));
  await waitFor(() => expect(fake.calls.filter((call) => call.name === "gate_status").length).toBeGreaterThan(1));
});

it("a change elsewhere is shown without asking", async () => {
  const { fake } = openPage({ cases: 3 }, `#/case/${caseId(1)}/overview`);
  await screen.findByRole("heading", { name: "Zofia Żółkiewska-Brown" });
  const reads = () => fake.calls.filter((call) => call.name === "case_read").length;
  const before = reads();
  act(() => fake.tell([{ of: "case", case: caseId(2) }]));
  expect(reads()).toBe(before);
  act(() => fake.tell([{ of: "case", case: caseId(1) }]));
  await waitFor(() => expect(reads()).toBe(before + 1));
});

it("what is typed in one part of the settings stays while another is looked at", async () => {
  const { user } = openPage({ cases: 3 }, "#/settings/organisation");
  const phone = await screen.findByLabelText("Telephone (optional)");
  await user.type(phone, "01279 000000");
  await user.click(screen.getByRole("tab", { name: "Envelope" }));
  await user.click(screen.getByRole("tab", { name: "Organisation" }));
  expect(screen.getByLabelText("Telephone (optional)")).toHaveProperty("value", "01279 000000");
});

it("saving one part of the settings does not undo another", async () => {
  const { user, fake } = openPage({ cases: 3 }, "#/settings/envelope");
  const saves = await screen.findAllByRole("button", { name: "Save settings" });
  await user.type(screen.getByLabelText("Company number"), "01234567");
  await user.click(saves[0] ?? document.body);
  await screen.findByText("Settings are saved.");
  await user.click(screen.getByRole("radio", { name: /DL, folded in three equal parts/ }));
  await user.click(saves[2] ?? document.body);
  await waitFor(() => expect(fake.calls.filter((call) => call.name === "settings_save")).toHaveLength(2));
  expect(fake.calls.findLast((call) => call.name === "settings_save")?.request).toMatchObject({
    organisation: { companyNumber: "01234567" },
    envelope: { preset: "uk_dl_thirds", fold: "at99And198" },
  });
});

it("nothing of a passphrase stays in what the page remembers", async () => {
  const { user, fake } = openPage({ gate: "none" });
  await user.type(await screen.findByLabelText("Passphrase"), "marble otter lantern quiet");
  await screen.findByText(/Strong: guessing it/);
  const judged = () => fake.calls.filter((call) => call.name === "passphrase_judge").length;
  const before = judged();
  // The same text again is asked again: the answer, and with it the text, was not kept.
  await user.type(screen.getByLabelText("Passphrase"), "x");
  await waitFor(() => expect(judged()).toBeGreaterThan(before));
  const between = judged();
  await user.type(screen.getByLabelText("Passphrase"), "{Backspace}");
  await waitFor(() => expect(judged()).toBeGreaterThan(between));
});

it("the places can be reached by keyboard, and say where one is", async () => {
  const { user } = openPage({ cases: 3 });
  await screen.findByRole("grid", { name: "Cases" });
  const places = screen.getByRole("navigation", { name: "Places" });
  expect(
    within(places)
      .getByRole("link", { name: /^Cases/ })
      .getAttribute("aria-current"),
  ).toBe("page");
  await user.keyboard("{Control>}n{/Control}");
  await screen.findByRole("heading", { name: "New case" });
  expect(within(places).getByRole("link", { name: "New case" }).getAttribute("aria-current")).toBe("page");
});

it.each(["organisation", "regulator", "envelope", "device"])(
  "settings keep the accessibility rules: %s",
  async (part) => {
    openPage({ cases: 3 }, `#/settings/${part}`);
    await screen.findByRole("tab", { selected: true });
    await waitFor(() => expect(screen.getAllByRole("group").length).toBeGreaterThan(0));
    await expectNoViolations();
  },
);
