/** Files of a case: kept, saved, destroyed with proof. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../../test/axe";
import { caseId, openPage } from "../../../test/render";

/** The fifth case keeps files of every sort; the first keeps none. */
const open = (number = 5) => openPage({ cases: 12 }, `#/case/${caseId(number)}/documents`);

type Page = ReturnType<typeof open>;
const last = (fake: Page["fake"], name: Parameters<Page["fake"]["failNext"]>[0]) =>
  fake.calls.findLast((call) => call.name === name)?.request;

it("lists what is kept, marks the copy of identity with its task, and shows what was destroyed", async () => {
  open();
  const files = await screen.findByRole("list", { name: "Files kept with this case" });
  const passport = within(files).getByText("passport.jpg").closest("li");
  expect(passport?.textContent).toContain("Proof of identity · 2.1 MB");
  expect(passport?.textContent).toContain("Destroy by 23 November 2026");
  const gone = within(files).getByText("A file without its name").closest("li");
  expect(gone?.textContent).toContain("Destroyed 22 November 2026");
  expect(within(gone as HTMLElement).queryByRole("button")).toBeNull();
  await expectNoViolations();
});

it("teaches while nothing is kept, and a file is kept for a purpose", async () => {
  const { user, fake } = open(1);
  await screen.findByRole("heading", { name: "No file is kept with this case" });
  expect(screen.getByText(/up to 50 MiB each/)).toBeDefined();
  await expectNoViolations();
  await user.click(screen.getByRole("button", { name: "Keep a file" }));
  const dialog = await screen.findByRole("dialog", { name: "Keep a file" });
  await expectNoViolations(dialog);
  await user.click(within(dialog).getByRole("radio", { name: /For release/ }));
  await user.click(within(dialog).getByRole("button", { name: "Choose the file" }));
  expect(await screen.findByText("tickets-redacted.pdf")).toBeDefined();
  expect(last(fake, "document_keep")).toMatchObject({ purpose: "released", version: 1 });
});

it("a file that is too large is refused in the dialog, and nothing is kept", async () => {
  const { user, fake } = open(1);
  await user.click(await screen.findByRole("button", { name: "Keep a file" }));
  const dialog = await screen.findByRole("dialog");
  const message = "This file is larger than 50 MiB. Nothing was recorded.";
  fake.failNext("document_keep", { kind: "unavailable", code: "file", message });
  await user.click(within(dialog).getByRole("button", { name: "Choose the file" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("larger than 50 MiB");
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("heading", { name: "No file is kept with this case" })).toBeDefined();
});

it("a copy is saved", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Save a copy of mailbox-export.pdf" }));
  expect(await screen.findByText("mailbox-export.pdf was saved.")).toBeDefined();
});

it("a file is destroyed only with proof and the typed word, and its name is gone", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Destroy passport.jpg" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Destroy passport.jpg" });
  expect(within(dialog).getByRole("region", { name: "What goes" }).textContent).toContain("The key that opens it");
  expect(within(dialog).getByRole("region", { name: "What stays" }).textContent).toContain("In the history");
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("How and why it is destroyed"), "Checked; no longer needed.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("Type destroy to show that you mean it.");
  expect(last(fake, "document_destroy")).toBeUndefined();
  await user.type(within(dialog).getByLabelText("Type the word destroy"), "Destroy");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByText("passport.jpg")).toBeNull());
  expect(screen.getAllByText("A file without its name")).toHaveLength(2);
  expect(last(fake, "document_destroy")).toMatchObject({ document: "document-2", proof: "Checked; no longer needed." });
});
