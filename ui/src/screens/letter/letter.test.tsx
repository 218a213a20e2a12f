import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { go } from "../../app/places";
import type { FakeOptions } from "../../backend/fake";
import { expectNoViolations } from "../../test/axe";
import { expectFocusKept } from "../../test/focus";
import { caseId, openPage } from "../../test/render";

async function begin(options: FakeOptions = {}) {
  const page = openPage({ cases: 12, ...options }, `#/case/${caseId(1)}/letters`);
  await screen.findByRole("heading", { level: 1 });
  await page.user.keyboard("a");
  await screen.findByRole("heading", { name: "Access answer", level: 1 });
  return page;
}

type Page = Awaited<ReturnType<typeof begin>>;

async function write({ user }: Page) {
  await user.type(screen.getByLabelText("What the search found"), "Twenty-three pages.");
  await user.type(screen.getByLabelText("Who has received it"), "Our e-mail provider (Ireland).");
  await user.click(screen.getByRole("checkbox", { name: "Does not apply: What was left out, and why" }));
  await user.click(screen.getByRole("checkbox", { name: "Does not apply: Data sent abroad" }));
  await screen.findByText("Nothing is missing. It can be made final.", { selector: ".notice *" });
}

async function makeFinal(page: Page) {
  await write(page);
  await page.user.click(screen.getByRole("button", { name: "Make final" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Make this letter final?" });
  expect(dialog.textContent).toContain("It cannot be changed afterwards");
  await page.user.click(within(dialog).getByRole("button", { name: "Make it final" }));
  await screen.findByRole("button", { name: "Record as sent" });
}

it("what is written is kept, and the pages are drawn again", async () => {
  const { user, fake } = await begin();
  await screen.findByText("Dear Ms Example");
  await user.type(screen.getByLabelText("What the search found"), "Nothing but one address.");
  await waitFor(() => {
    const kept = fake.calls.findLast((call) => call.name === "letter_keep")?.request;
    expect(kept).toMatchObject({ fields: { found: "Nothing but one address." } });
  });
});

it("says what stands in the way of making it final, with the rule, and leads to the field", async () => {
  const { user } = await begin();
  expect(screen.getByRole("button", { name: "Make final" })).toHaveProperty("disabled", true);
  expect(screen.getByText(/4 things stand in the way/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: /“Who has received it” is empty/ }));
  expect(document.activeElement).toBe(screen.getByLabelText("Who has received it"));
});

it("a gate about the settings leads to that part of them", async () => {
  const { user } = await begin({ isRegulatorConfirmed: false });
  await user.click(screen.getByRole("button", { name: /The regulator's particulars have not been confirmed/ }));
  expect((await screen.findByRole("tab", { selected: true })).textContent).toBe("Regulator");
});

it("what stands in the way at the address stands beside the address too", async () => {
  const { user } = await begin();
  const to = screen.getByLabelText("To");
  await user.clear(to);
  await user.type(to, "Zofia");
  await waitFor(() => expect(to.getAttribute("aria-invalid")).toBe("true"));
});

it("a letter that cannot be drawn says so", async () => {
  const { user } = await begin();
  await user.clear(screen.getByLabelText("To"));
  await screen.findByText(/The pages cannot be shown/);
});

it("locked text is shown and cannot be typed into", async () => {
  await begin();
  const locked = screen.getByRole("region", { name: "Locked text" });
  expect(within(locked).getAllByRole("listitem")).toHaveLength(4);
  expect(within(locked).queryByRole("textbox")).toBeNull();
});

it("a field that does not apply asks for the reason, beginning with the usual one", async () => {
  const { user, fake } = await begin();
  await user.click(screen.getByRole("checkbox", { name: "Does not apply: Data sent abroad" }));
  const reason = screen.getByLabelText("Data sent abroad: does not apply");
  expect(reason).toHaveProperty("value", "none of it was sent outside the United Kingdom");
  await waitFor(() => {
    const kept = fake.calls.findLast((call) => call.name === "letter_keep")?.request;
    expect(kept).toMatchObject({ notApplicable: { transfers: "none of it was sent outside the United Kingdom" } });
  });
});

it("is made final after a question, and then cannot be written in", async () => {
  const page = await begin();
  await makeFinal(page);
  expect(screen.getByText("SR-2026-0042-E/1")).toBeDefined();
  expect(screen.queryByLabelText("What the search found")).toBeNull();
  const asked = page.fake.calls.findLast((call) => call.name === "letter_make_final")?.request;
  const kept = page.fake.calls.filter((call) => call.name === "letter_keep").length;
  expect(asked).toMatchObject({ revision: kept + 1 });
});

it("is recorded as sent, and the case says so", async () => {
  const page = await begin();
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Record as sent" }));
  const dialog = await screen.findByRole("dialog", { name: "How was it sent?" });
  await page.user.type(within(dialog).getByLabelText(/Tracking number/), "AB123456789GB");
  await page.user.click(within(dialog).getByRole("button", { name: "Record it" }));
  expect(await screen.findAllByText("Sent 22 November 2026, 1st class")).not.toHaveLength(0);
  expect(page.fake.calls.findLast((call) => call.name === "letter_record_sent")?.request).toMatchObject({
    channel: "post",
    class: "first",
    on: "2026-11-22",
    tracking: "AB123456789GB",
  });
  await expectFocusKept();
  expect(document.activeElement?.textContent).toMatch(/^Sent/);
});

async function sent(page: Page) {
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Record as sent" }));
  const dialog = await screen.findByRole("dialog", { name: "How was it sent?" });
  await page.user.click(within(dialog).getByRole("button", { name: "Record it" }));
  await screen.findByRole("button", { name: "Record that it came back" });
}

it("a line of the registers goes into the text and out of it again", async () => {
  const { user } = await begin();
  const purposes = screen.getByLabelText("What we use the data for");
  expect(purposes).toHaveProperty("value", "- to give support\n- to send news of events");
  await user.click(screen.getByText("What is known for “What we use the data for”"));
  expect(screen.getByRole("checkbox", { name: "to give support" })).toHaveProperty("checked", true);
  await user.click(screen.getByRole("checkbox", { name: "to deal with purchases" }));
  await user.click(screen.getByRole("checkbox", { name: "to give support" }));
  expect(purposes).toHaveProperty("value", "- to send news of events\n- to deal with purchases");
});

it("that it came back is recorded with the reason, and what follows is shown", async () => {
  const page = await begin();
  await sent(page);
  await page.user.click(screen.getByRole("button", { name: "Record that it came back" }));
  const dialog = await screen.findByRole("dialog", { name: "Did it come back?" });
  await page.user.click(within(dialog).getByRole("button", { name: "Record it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(page.fake.calls.findLast((call) => call.name === "letter_record_returned")?.request).toMatchObject({
    reason: "gone_away",
    on: "2026-11-22",
  });
  expect(screen.getAllByText(/the answer is still owed/)).not.toHaveLength(0);
  await page.user.click(await screen.findByRole("button", { name: "Write it again" }));
  const begun = page.fake.calls.findLast((call) => call.name === "letter_begin")?.request;
  expect(begun).toMatchObject({ kind: "L07", again: expect.any(String) });
});

it("that it arrived is recorded", async () => {
  const page = await begin();
  await sent(page);
  await page.user.click(screen.getByRole("button", { name: "Record that it arrived" }));
  const dialog = await screen.findByRole("dialog", { name: "Did it arrive?" });
  await page.user.click(within(dialog).getByRole("button", { name: "Record it" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Record that it arrived" })).toBeNull());
  await expectNoViolations();
});

it("is printed from here, with saving beside it", async () => {
  const page = await begin();
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Print" }));
  const dialog = await screen.findByRole("dialog", { name: "Print this letter" });
  expect(within(dialog).getByRole("button", { name: "Save PDF" })).toBeDefined();
  await page.user.click(within(dialog).getByRole("button", { name: "Print" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(page.fake.calls.findLast((call) => call.name === "letter_print")?.request).toMatchObject({
    queue: "Front office",
    copies: 1,
    bothSides: false,
  });
});

it("saved encrypted, the passphrase is shown once", async () => {
  const page = await begin();
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Save encrypted" }));
  const dialog = await screen.findByRole("dialog", { name: "The files are encrypted" });
  expect(dialog.textContent).toContain("acorn-bridge-candle");
  await page.user.click(within(dialog).getByRole("button", { name: "Done" }));
  await page.user.click(screen.getByRole("button", { name: "Save as e-mail" }));
  await screen.findByText(/Open the file: your mail program shows it/);
});

it("asks before a letter becomes an e-mail to somebody who is not to be reached so", async () => {
  const page = openPage({ cases: 12 }, `#/case/${caseId(1)}/letters`);
  await page.fake.call("contact_note", {
    commandId: caseId(8),
    case: caseId(1),
    version: 1,
    party: `party-of-${caseId(1)}`,
    replyBy: null,
    print: "standard",
    needs: "",
    safeContact: "Never by e-mail: it is read by others.",
    language: "",
  });
  const begun = await page.fake.call("letter_begin", { case: caseId(1), kind: "L01", party: null, again: null });
  const { letter, revision, caseVersion } = begun;
  await page.fake.call("letter_make_final", { commandId: caseId(9), letter, revision, caseVersion });
  act(() => go({ at: "letter", letter }));
  await screen.findByRole("button", { name: "Save as e-mail" });
  await page.user.click(screen.getByRole("button", { name: "Save as e-mail" }));
  const dialog = await screen.findByRole("dialog", { name: "Is an e-mail safe for them?" });
  expect(dialog.textContent).toContain("Never by e-mail");
  await page.user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  const isSaved = () => page.fake.calls.some((call) => call.name === "letter_save_eml");
  expect(isSaved()).toBe(false);
  await page.user.click(screen.getByRole("button", { name: "Save as e-mail" }));
  await page.user.click(await screen.findByRole("button", { name: "Save the e-mail all the same" }));
  await screen.findByText(/Open the file: your mail program shows it/);
});

it("an electronic channel has no postal class", async () => {
  const page = await begin();
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Record as sent" }));
  const dialog = await screen.findByRole("dialog", { name: "How was it sent?" });
  await page.user.click(within(dialog).getByRole("button", { name: /Post Sent by/ }));
  await page.user.click(await screen.findByRole("option", { name: "E-mail" }));
  expect(within(dialog).queryByText("Postal class")).toBeNull();
  await page.user.click(within(dialog).getByRole("button", { name: "Record it" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(page.fake.calls.findLast((call) => call.name === "letter_record_sent")?.request).toMatchObject({
    channel: "email",
    class: null,
    tracking: "",
  });
});

it("a draft kept from elsewhere: what is typed here stays and is kept on top", async () => {
  const { user, fake } = await begin();
  fake.failNext("letter_keep", { kind: "conflict", message: "This draft was kept from another window." });
  await user.type(screen.getByLabelText("What the search found"), "One");
  expect((await screen.findByRole("alert")).textContent).toContain("another window");
  await user.type(screen.getByLabelText("What the search found"), " letter");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(screen.getByLabelText("What the search found")).toHaveProperty("value", "One letter");
});

it("a draft is discarded after a question", async () => {
  const { user } = await begin();
  await user.click(screen.getByRole("button", { name: "Discard draft" }));
  await user.click(await screen.findByRole("button", { name: "Discard it" }));
  await screen.findByRole("heading", { name: "No letter yet" });
});

it("a final letter never sent can be declared void, with the reason", async () => {
  const page = await begin();
  await makeFinal(page);
  await page.user.click(screen.getByRole("button", { name: "Declare void" }));
  const dialog = await screen.findByRole("dialog", { name: "Declare this letter void?" });
  await page.user.type(within(dialog).getByLabelText("Why"), "Wrong address.");
  await page.user.click(within(dialog).getByRole("button", { name: "Declare it void" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Record as sent" })).toBeNull());
});

it("what the envelope shows is drawn over the first page when asked for", async () => {
  const { user, container } = await begin();
  await screen.findByRole("figure", { name: "Page 1 of 1" });
  expect(container.querySelector(".envelope-over")).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "Show what the envelope shows" }));
  expect(container.querySelectorAll(".envelope-over rect")).toHaveLength(3);
  await expectNoViolations();
});

it("the words of the pages can be read without seeing them", async () => {
  await begin();
  const pages = await screen.findByRole("region", { name: "The letter as it prints" });
  expect((await within(pages).findByRole("figure", { name: "Page 1 of 1" })).textContent).toContain("Dear Ms Example");
});

it("keeps the accessibility rules, as a draft and when final", async () => {
  const page = await begin();
  await expectNoViolations();
  await makeFinal(page);
  await expectNoViolations();
});

it("the draft's pages go at once when the letter is final, not when the frozen ones are drawn", async () => {
  const page = await begin();
  await screen.findByText("Dear Ms Example");
  await write(page);
  vi.spyOn(page.fake, "blob").mockReturnValue(new Promise(() => undefined));
  await page.user.click(screen.getByRole("button", { name: "Make final" }));
  const dialog = await screen.findByRole("alertdialog");
  await page.user.click(within(dialog).getByRole("button", { name: "Make it final" }));
  await screen.findByText(/These are the pages as they are frozen/);
  expect(screen.queryByText("Dear Ms Example")).toBeNull();
  expect(screen.getByRole("region", { name: "The letter as it prints" }).getAttribute("aria-busy")).toBe("true");
  expect(screen.getByText("Not encrypted from here on.")).toBeDefined();
});

it("a reason is never typed into the text it replaces", async () => {
  const { user } = await begin();
  const text = screen.getByLabelText("What was left out, and why");
  await user.type(text, "One");
  await user.click(screen.getByRole("checkbox", { name: "Does not apply: What was left out, and why" }));
  const reason = await screen.findByLabelText(/What was left out, and why: does not apply/);
  // Whoever still holds the old field writes nowhere: it is another one.
  expect(reason).not.toBe(text);
  expect(text.isConnected).toBe(false);
  await user.clear(reason);
  await user.type(reason, "None");
  await user.click(screen.getByRole("checkbox", { name: "Does not apply: What was left out, and why" }));
  expect(screen.getByLabelText("What was left out, and why")).toHaveProperty("value", "One");
});
