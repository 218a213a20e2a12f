/** What was found, what happens with it, what the company decided and what goes out. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../../test/axe";
import { caseId, openPage } from "../../../test/render";
import { promptedWeighing, weighedText } from "./weighing";

/** The fifth case has groups in every state and files; the first has nothing. */
const open = (number = 5) => openPage({ cases: 12 }, `#/case/${caseId(number)}/decision`);

type Page = ReturnType<typeof open>;
const last = (fake: Page["fake"], name: Parameters<Page["fake"]["failNext"]>[0]) =>
  fake.calls.findLast((call) => call.name === name)?.request;

async function decideAbout(user: Page["user"], name: string) {
  await user.click(await screen.findByRole("button", { name }));
  return screen.findByRole("dialog");
}

async function exempt(user: Page["user"], dialog: HTMLElement, label: string) {
  await user.click(within(dialog).getByRole("radio", { name: /^Withhold/ }));
  await user.click(within(dialog).getByRole("button", { name: /Exemption/ }));
  await user.click(await screen.findByRole("option", { name: label }));
}

it("shows the groups with their states in words, and how many pages stay", async () => {
  open();
  const table = await screen.findByRole("table", { name: "What was found" });
  expect(table.textContent).toContain("Redacted: information about someone else");
  expect(within(table).getByText("Not decided")).toBeDefined();
  expect(
    screen.getByText(/The searches found 23 pages\. 3 of 4 groups are decided; 2 pages are held back\./),
  ).toBeDefined();
  await expectNoViolations();
});

it("says what belongs here while there is nothing, and a group is added by hand", async () => {
  const { user, fake } = open(1);
  await screen.findByRole("heading", { name: "Nothing to decide yet" });
  await expectNoViolations();
  const dialog = await decideAbout(user, "Add a group");
  await user.keyboard("Support tickets");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await within(dialog).findAllByText("Enter a whole number.")).length).toBeGreaterThan(0);
  expect(last(fake, "items_group")).toBeUndefined();
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("Items"), "14");
  await user.type(within(dialog).getByLabelText("Pages"), "9");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("rowheader", { name: "Support tickets" })).toBeDefined();
});

it("a list is read in, and each line that could not be used is named", async () => {
  const { user } = open(1);
  await user.click(await screen.findByRole("button", { name: "Read in a list of items" }));
  const faults = await screen.findByRole("list", { name: "2 lines could not be used" });
  expect(within(faults).getByText("Line 14: no description.")).toBeDefined();
  await screen.findByRole("rowheader", { name: "Chat messages" });
  await expectNoViolations();
  await user.click(screen.getByRole("button", { name: "Hide this" }));
  expect(screen.queryByText(/3,120 items/)).toBeNull();
});

it("what is withheld needs an exemption, shown with its test and source, and a reason", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Decide about Web log entries");
  await exempt(user, dialog, "Lawyer-client confidence");
  expect(within(dialog).getByText("That the privilege or the duty exists.")).toBeDefined();
  expect(within(dialog).getByText(/Schedule 2, paragraph 19/)).toBeDefined();
  expect(within(dialog).queryByRole("radiogroup", { name: /In the letter/ })).toBeNull();
  expect(within(dialog).queryByLabelText("Weighing")).toBeNull();
  await user.click(within(dialog).getByLabelText("Reason"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("REF-4");
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("Reason"), "Advice on this very request.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(last(fake, "items_decide")).toMatchObject({
    treatment: "withheld",
    exemption: "EX-LPP",
    naming: "named",
    thirdParty: null,
    weighed: "",
  });
});

it("the letter may stay silent only where the exemption allows it", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Decide about Web log entries");
  await exempt(user, dialog, "Crime or tax: telling would harm the work");
  await user.click(within(dialog).getByRole("radio", { name: /neither confirms nor denies/ }));
  await user.type(within(dialog).getByLabelText("Reason"), "An investigation is under way.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("The letter neither confirms nor denies this.")).toBeDefined();
  expect(last(fake, "items_decide")).toMatchObject({ exemption: "EX-CRIME", naming: "neutral" });
});

it("somebody else's interests are weighed by their five factors; prompts alone are no weighing", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Decide about Web log entries");
  await exempt(user, dialog, "Information about someone else");
  const weighing = within(dialog).getByLabelText("Weighing") as HTMLTextAreaElement;
  expect(weighing.value.split("\n")).toHaveLength(5);
  await user.click(within(dialog).getByRole("radio", { name: /^Not reasonable/ }));
  await user.type(within(dialog).getByLabelText("Reason"), "Colleagues are named.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("REF-5");
  await expectNoViolations(dialog);
  await user.type(weighing, "they refused on 20 November");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(last(fake, "items_decide")).toMatchObject({
    thirdParty: "not_reasonable",
    weighed: "Whether they refused: they refused on 20 November",
  });
});

it("a weighing keeps what was written beside a factor and drops empty ones", () => {
  expect(weighedText(promptedWeighing)).toBe("");
  expect(weighedText("Kind of information: names\nDuty of confidence: \nOwn thought")).toBe(
    "Kind of information: names\nOwn thought",
  );
});

it("the company's decision is kept beside the advice, by name, and why it was not followed", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Record the decision");
  expect(within(dialog).getByRole("radio", { name: "Release a part", checked: true })).toBeDefined();
  await user.type(within(dialog).getByLabelText(/Your advice/), "Release all but the solicitor's advice.");
  await user.type(within(dialog).getByLabelText("Reasons"), "Privilege.");
  await user.click(within(dialog).getByRole("radio", { name: /Against your advice/ }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await within(dialog).findByRole("alert")).textContent).toContain("DEC-1");
  await user.type(within(dialog).getByLabelText("Decided by"), "Maya Lindqvist");
  await user.type(within(dialog).getByLabelText(/Role/), "Director");
  await expectNoViolations(dialog);
  await user.type(within(dialog).getByLabelText("Why your advice was not followed"), "The board sees a risk.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const part = await screen.findByRole("region", { name: "The company’s decision" });
  expect(await within(part).findByText("Maya Lindqvist, Director")).toBeDefined();
  expect(within(part).getByText(/Release a part, against the DPO’s advice/)).toBeDefined();
  expect(last(fake, "decision_record")).toMatchObject({ outcome: "release_part", standing: "not_followed" });
});

it("the pack is chosen and ordered with the keyboard, and says what the letter names", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Put the pack together");
  expect(dialog.textContent).not.toContain("passport");
  await user.click(within(dialog).getByRole("button", { name: "Put in: mailbox-export.pdf" }));
  const up = within(dialog).getByRole("button", { name: "Move up: mailbox-export.pdf" });
  up.focus();
  await user.keyboard("{Enter}");
  expect(within(dialog).getByRole("status").textContent).toBe("mailbox-export.pdf is now 1 of 2.");
  // First now: up is at its end, and the focus is on what can still be pressed.
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Move down: mailbox-export.pdf");
  await expectNoViolations(dialog);
  await user.keyboard("{Control>}{Enter}{/Control}");
  const table = await screen.findByRole("table", { name: "Files of the release pack" });
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((row) => within(row).getByRole("rowheader").textContent)).toEqual([
    "mailbox-export.pdf",
    "tickets-redacted.pdf",
  ]);
  expect(screen.getByText("Copy of your personal data, 2 files (15 pages)")).toBeDefined();
  expect(last(fake, "pack_make")).toMatchObject({ documents: ["document-3", "document-4"] });
  await expectNoViolations();
});

it("an empty pack is not sent", async () => {
  const { user, fake } = open();
  const dialog = await decideAbout(user, "Put the pack together");
  await user.click(within(dialog).getByRole("button", { name: "Leave out: tickets-redacted.pdf" }));
  await user.click(within(dialog).getByRole("button", { name: "Put together" }));
  expect(await within(dialog).findByText("Choose at least one document.")).toBeDefined();
  expect(last(fake, "pack_make")).toBeUndefined();
});

it("without files to release the way to the documents is shown", async () => {
  const { user } = open(1);
  await user.click(await screen.findByRole("button", { name: "Go to Documents" }));
  expect(await screen.findByRole("heading", { name: "No file is kept with this case" })).toBeDefined();
});
