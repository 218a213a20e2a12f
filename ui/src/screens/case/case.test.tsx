import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { caseId, openPage } from "../../test/render";

const open = (number = 1, tab = "overview") => openPage({ cases: 12 }, `#/case/${caseId(number)}/${tab}`);

/** Opens a dialog of the case: recording stands beside the tabs, the rest in the case's menu. */
async function choose(user: ReturnType<typeof open>["user"], name: string) {
  if (name === "Record what happened") {
    await user.click(await screen.findByRole("button", { name }));
    return screen.findByRole("dialog");
  }
  await user.click(await screen.findByRole("button", { name: "More for this case" }));
  await user.click(await screen.findByRole("menuitem", { name }));
  return screen.findByRole("dialog");
}

/** Says in the dialog that records what happened. */
async function happens(user: ReturnType<typeof open>["user"], name: string) {
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: /What happened/ }));
  await user.click(await screen.findByRole("option", { name }));
}

it("says who, what, where it is, what is next and the last day", async () => {
  open();
  await screen.findByRole("heading", { name: "Zofia Żółkiewska-Brown", level: 1 });
  expect(screen.getByText("SR-2026-0042-E")).toBeDefined();
  expect(screen.getByText("Access, by post, received Wednesday 18 November 2026")).toBeDefined();
  const next = screen.getByRole("region", { name: "Next" });
  expect(within(next).getByRole("button", { name: "Write the answer" })).toBeDefined();
  const lastDay = screen.getByRole("region", { name: "Last day" });
  expect(lastDay.textContent).toContain("Friday 18 December 2026");
  expect(lastDay.textContent).toContain("26 days left");
});

it("W shows why this date, and hides it again", async () => {
  const { user } = open();
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("list", { name: "Why this date" })).toBeNull();
  await user.keyboard("w");
  const steps = await screen.findByRole("list", { name: "Why this date" });
  expect(within(steps).getAllByRole("listitem")).toHaveLength(6);
  expect(screen.getByRole("button", { name: "Why this date" }).getAttribute("aria-expanded")).toBe("true");
  await user.keyboard("w");
  await waitFor(() => expect(screen.queryByRole("list", { name: "Why this date" })).toBeNull());
});

it("what happened is recorded with its day and words, and the case shows it at once", async () => {
  const { user, fake } = open();
  const dialog = await choose(user, "Record what happened");
  // Nothing is preset: what happened is for the DPO to say.
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("Choose what happened.");
  await happens(user, "A note");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("“Note” is empty.");
  await user.type(within(dialog).getByLabelText("Note"), "She rang and was friendly.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("tab", { name: /History/ }));
  expect(await screen.findByText("She rang and was friendly.")).toBeDefined();
  expect(fake.calls.findLast((call) => call.name === "case_record")?.request).toMatchObject({
    what: "noteWritten",
    on: "2026-11-22",
    version: 1,
  });
});

it("a name and an address are corrected", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: /^Change name or address of Zofia/ }));
  const name = await screen.findByLabelText("Name");
  await user.clear(name);
  await user.type(name, "Zofia Brown");
  await user.click(screen.getByRole("button", { name: "Save changes" }));
  await screen.findByRole("heading", { name: "Zofia Brown", level: 1 });
});

it("closing offers what fits, and says of the rest why it does not and what would help", async () => {
  const { user } = open();
  const dialog = await choose(user, "Close case");
  expect(within(dialog).getAllByRole("radio")).toHaveLength(1);
  const not = within(dialog).getByRole("region", { name: "Does not fit now" });
  expect(not.textContent).toMatch(/Answered.*No answer has been sent\. Send the answer.*TIME-15/);
});

it("a refusal names its rule and what would help, and nothing is recorded", async () => {
  const { user, fake } = open();
  const dialog = await choose(user, "Close case");
  fake.failNext("case_close", {
    kind: "refused",
    refused: { rule: "SEND-1", reason: "A final letter has not been sent.", remedy: "Record that it was sent." },
  });
  await user.type(within(dialog).getByLabelText("Why"), "It was an advertisement.");
  await user.click(within(dialog).getByRole("button", { name: "Close it" }));
  const refused = await within(dialog).findByRole("alert");
  expect(refused.textContent).toMatch(/A final letter has not been sent\..*Record that it was sent.*SEND-1/);
  await waitFor(() => expect(document.activeElement).toBe(refused));
});

it("a case is closed with a reason, and opened again", async () => {
  const { user } = open();
  const dialog = await choose(user, "Close case");
  await user.type(within(dialog).getByLabelText("Why"), "It was an advertisement.");
  await user.click(within(dialog).getByRole("button", { name: "Close it" }));
  await screen.findByText("Closed: opened in error");
  const again = await choose(user, "Open case again");
  await user.type(within(again).getByLabelText("Why"), "It was a request after all.");
  await user.click(within(again).getByRole("button", { name: "Open it again" }));
  await waitFor(() => expect(screen.queryByText("Closed: opened in error")).toBeNull());
});

it("somebody quicker: the case is read again and what was typed stays", async () => {
  const { user, fake } = open();
  const dialog = await choose(user, "Record what happened");
  await happens(user, "We asked for proof of identity");
  fake.failNext("case_record", { kind: "conflict", message: "A letter was sent." });
  await user.click(within(dialog).getByRole("radio", { name: /Details differ/ }));
  await user.type(within(dialog).getByLabelText(/Why there was doubt/), "no address given");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("changed meanwhile");
  expect(within(dialog).getByDisplayValue("no address given")).toBeDefined();
  const reads = fake.calls.filter((call) => call.name === "case_read").length;
  expect(reads).toBeGreaterThan(1);
});

it("an export shows first what goes out, then the hash to keep", async () => {
  const { user } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("e");
  const dialog = await screen.findByRole("dialog", { name: "Export history" });
  const goes = await within(dialog).findByRole("region", { name: "What goes out" });
  expect(goes.textContent).toContain("1 entry");
  await user.type(within(dialog).getByLabelText("For whom and why"), "The requester asked for it.");
  await user.click(within(dialog).getByRole("button", { name: "Choose a folder and export" }));
  const done = await screen.findByRole("dialog", { name: "Exported and read back" });
  expect(done.textContent).toContain("c0ffee00");
  expect(done.textContent).toContain("acorn-bridge");
  expect(done.textContent).toContain("7-Zip");
  await user.click(within(done).getByRole("button", { name: "I have kept the passphrase" }));
});

it("what the person gets is looked through for others, and leaves as a folder only on purpose", async () => {
  const { user, fake } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("e");
  const dialog = await screen.findByRole("dialog", { name: "Export history" });
  await within(dialog).findByRole("checkbox", { name: /Include the notes of legal advice/ });
  await user.click(within(dialog).getByRole("radio", { name: /The person concerned/ }));
  await user.click(await within(dialog).findByRole("checkbox", { name: "Withhold entry 2: Note written." }));
  expect(within(dialog).queryByRole("checkbox", { name: /Include the notes of legal advice/ })).toBeNull();
  await user.click(within(dialog).getByRole("radio", { name: /As a folder/ }));
  await user.type(within(dialog).getByLabelText("For whom and why"), "The person asked.");
  await expectNoViolations();
  await user.click(within(dialog).getByRole("button", { name: "Choose a folder and export" }));
  const done = await screen.findByRole("dialog", { name: "Exported and read back" });
  expect(within(done).queryByText("Passphrase")).toBeNull();
  const sent = fake.calls.find((call) => call.name === "case_export")?.request;
  expect(sent).toMatchObject({ audience: "subject", wrapping: "folder", withhold: [2], withLegalAdvice: false });
  await user.click(within(done).getByRole("button", { name: "Done" }));
});

it("the exact record is one tick away", async () => {
  const { user } = open(1, "history");
  await screen.findByText("Request received by post.");
  expect(screen.queryByText(/3b5d1f7a/)).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "Show the exact record" }));
  expect(screen.getByText(/3b5d1f7a/)).toBeDefined();
});

it("a case that is not there says so", async () => {
  openPage({ cases: 1 }, `#/case/${caseId(99)}/overview`);
  expect((await screen.findByRole("alert")).textContent).toContain("There is no such case");
});

it.each(["overview", "search", "decision", "letters", "documents", "history"])(
  "keeps the accessibility rules: %s",
  async (tab) => {
    open(1, tab);
    await screen.findByRole("heading", { level: 1 });
    await expectNoViolations();
  },
);

it("what is missing is said all at once, and only what the happening needs is asked", async () => {
  const { user, fake } = open();
  const dialog = await choose(user, "Record what happened");
  await happens(user, "We asked for proof of identity");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  const alert = await within(dialog).findByRole("alert");
  expect(alert.textContent).toContain("2 things need another look");
  expect(alert.textContent).toContain("“Why there is doubt”: choose one.");
  expect(alert.textContent).toContain("“Why there was doubt” is empty.");
  await happens(user, "Proof of identity came");
  expect(within(dialog).queryByRole("radio", { name: /Details differ/ })).toBeNull();
  await user.click(within(dialog).getByRole("radio", { name: /Copy of a document/ }));
  await user.type(within(dialog).getByLabelText("Why a lesser proof was not enough"), "No number of theirs is held.");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(fake.calls.findLast((call) => call.name === "case_record")?.request).toMatchObject({
    what: "identityReceived",
    level: "document_copy",
    doubt: null,
    channel: null,
  });
  expect(await screen.findByText(/Shown on 22 November 2026: copy of a document/)).toBeDefined();
});

it("a day that has not come is refused, and what was typed stays", async () => {
  const { user } = open();
  const dialog = await choose(user, "Write a note");
  const day = within(dialog).getByLabelText("Day");
  await user.clear(day);
  await user.type(day, "24");
  await user.type(within(dialog).getByLabelText("Note"), "rang");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  expect((await within(dialog).findByRole("alert")).textContent).toContain("That day has not come yet.");
  expect(within(dialog).getByDisplayValue("rang")).toBeDefined();
});

it("what to bear in mind stays until it is dismissed", async () => {
  const { user } = open();
  const dialog = await choose(user, "Record what happened");
  await happens(user, "We asked for proof of identity");
  await user.click(within(dialog).getByRole("radio", { name: /Details differ/ }));
  await user.type(within(dialog).getByLabelText(/Why there was doubt/), "another name");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  expect((await screen.findByText(/the days before count/)).textContent).toContain("TIME-5");
  await user.click(screen.getByRole("tab", { name: /History/ }));
  await user.click(screen.getByRole("button", { name: "Understood" }));
  await waitFor(() => expect(screen.queryByText(/the days before count/)).toBeNull());
});

it("legal advice in a note is marked as such", async () => {
  const { user, fake } = open();
  const dialog = await choose(user, "Write a note");
  expect(within(dialog).getByText(/can ask for notes/)).toBeDefined();
  await user.type(within(dialog).getByLabelText("Note"), "Counsel says so.");
  await user.click(within(dialog).getByRole("checkbox", { name: /This is legal advice/ }));
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  const notes = await screen.findByRole("list", { name: "Notes" });
  expect(notes.textContent).toContain("Counsel says so.");
  expect(fake.calls.findLast((call) => call.name === "case_record")?.request).toMatchObject({ sort: "legal_advice" });
});

it("a representative enters the case, and how to reach somebody is noted", async () => {
  const { user } = open();
  const dialog = await choose(user, "Add a person");
  await user.type(within(dialog).getByLabelText("Name"), "Harbour & Co Solicitors");
  await user.click(within(dialog).getByRole("button", { name: "Add them" }));
  await screen.findByText("Asks for somebody else: authority is needed before anything goes to them.");
  await user.click(screen.getByRole("button", { name: "How to reach them: Zofia Żółkiewska-Brown" }));
  const wishes = await screen.findByRole("dialog", { name: /^How to reach/ });
  await user.click(within(wishes).getByRole("radio", { name: /Large print/ }));
  await user.type(within(wishes).getByLabelText(/What they need/), "text relay");
  await user.click(within(wishes).getByRole("button", { name: "Save wishes" }));
  expect(await screen.findByText("large print")).toBeDefined();
  expect(screen.getByText("text relay")).toBeDefined();
});

it("a task is set with its day and done with its proof", async () => {
  const { user } = open();
  const dialog = await choose(user, "Set a task");
  await user.type(within(dialog).getByLabelText("What is to be done"), "Ask the archive");
  await user.tab();
  await user.keyboard("30112026");
  await user.click(within(dialog).getByRole("button", { name: "Set it" }));
  await user.click(await screen.findByRole("button", { name: "Done: Ask the archive" }));
  const done = await screen.findByRole("dialog");
  await user.type(within(done).getByLabelText(/How it was done/), "By telephone.");
  await user.click(within(done).getByRole("button", { name: "Record as done" }));
  expect(await screen.findByText("Done 22 November 2026")).toBeDefined();
});

it("a case is linked by its reference; a wrong one is named", async () => {
  const { user } = openPage({ cases: 12 }, `#/case/${caseId(2)}/overview`);
  const dialog = await choose(user, "Link a case");
  const reference = within(dialog).getByLabelText("Reference of the other case");
  await user.type(reference, "SR-2026-9999-X{Control>}{Enter}{/Control}");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("No case has this reference.");
  await user.clear(reference);
  await user.type(reference, "SR-2026-0042-E");
  await user.click(within(dialog).getByRole("button", { name: "Link it" }));
  expect(await screen.findByRole("link", { name: "SR-2026-0042-E" })).toBeDefined();
});

it("the day of receipt is corrected: the dates before and after are shown first", async () => {
  const { user } = open(1, "history");
  await user.click(await screen.findByRole("button", { name: "This is wrong: Request received by post." }));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("What was wrong, and why"), "The stamp says the 16th.");
  await user.tab();
  await user.keyboard("16112026");
  await waitFor(() =>
    expect(dialog.textContent).toMatch(/Access, nowFriday 18 December 2026.*Access, thenWednesday 16 December/),
  );
  await user.click(within(dialog).getByRole("button", { name: "Correct it" }));
  expect(await screen.findByText(/The last day was Friday 18 December 2026, it is Wednesday 16/)).toBeDefined();
  await waitFor(() => expect(document.querySelector("s")?.textContent).toContain("Request received by post."));
});

it("an entry that moves no date says so before it is corrected", async () => {
  const { user, fake } = open(1, "history");
  const nothing = { channel: null, ground: null, doubt: null, level: null, authority: null, validUntil: null };
  const { version } = await fake.call("case_read", { case: caseId(1) });
  const note = { what: "noteWritten", on: "2026-11-22", text: "Rang.", basis: null, sort: null } as const;
  await fake.call("case_record", { commandId: "1", case: caseId(1), version, ...note, ...nothing });
  fake.tell([{ of: "case", case: caseId(1) }]);
  await user.click(await screen.findByRole("button", { name: /^This is wrong: (?!Request)/ }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("This moves no date.");
  expect(fake.calls.findLast((call) => call.name === "correction_preview")?.request).toMatchObject({ rightDay: null });
});

it("why this date can be kept as a page", async () => {
  const { user } = open();
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("w");
  await user.click(await screen.findByRole("button", { name: "Save as PDF" }));
  expect(await screen.findByText("Saved as SR-2026-0042-E-why.pdf.")).toBeDefined();
});

it.each([
  "Record what happened",
  "Change name or address",
  "Close case",
  "Export history",
  "Add a person",
  "Set a task",
  "Write a note",
  "Link a case",
])("keeps the accessibility rules in the dialog %s", async (name) => {
  const { user } = open();
  await expectNoViolations(await choose(user, name));
});

it("keeps the accessibility rules where an entry is corrected and wishes are noted", async () => {
  const { user } = open(1, "history");
  await user.click(await screen.findByRole("button", { name: /^This is wrong: Request/ }));
  await expectNoViolations(await screen.findByRole("dialog"));
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("tab", { name: "Overview" }));
  await user.click(await screen.findByRole("button", { name: /^How to reach them: Zofia/ }));
  await expectNoViolations(await screen.findByRole("dialog"));
});

it("the menu leads to the letters that fit, and after an answer offers none", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "More for this case" }));
  const names = () => screen.getAllByRole("menuitem").map((item) => item.textContent);
  const fitting = [
    "Write the answer",
    "Write the acknowledgement",
    "Write the request for clarification",
    "Write a letter…",
  ];
  for (const name of fitting) expect(names().some((one) => one?.startsWith(name))).toBe(true);
  await user.click(screen.getByRole("menuitem", { name: "Write a letter…" }));
  const kinds = await screen.findByRole("dialog", { name: "Which letter?" });
  await user.click(within(kinds).getByRole("button", { name: "Cancel" }));
  const dialog = await choose(user, "Record what happened");
  await happens(user, "An answer went out another way");
  await user.click(within(dialog).getByRole("button", { name: /Sent by/ }));
  await user.click(await screen.findByRole("option", { name: /mail/i }));
  await user.type(within(dialog).getByLabelText(/What was sent/), "Sent by reception.");
  await user.click(within(dialog).getByRole("button", { name: "Record" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("button", { name: "More for this case" }));
  for (const name of fitting.slice(0, 3)) expect(names().some((one) => one?.startsWith(name))).toBe(false);
  expect(names()).toContain("Write a letter…");
});
