import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";
import { emptyForm, readForm } from "./requestForm";

const open = () => openPage({ cases: 0 }, "#/new-case");

it("a request is recorded by keyboard alone, and the clock appears while typing", async () => {
  const { user, fake } = open();
  const text = await screen.findByLabelText("What came in");
  expect(document.activeElement).toBe(text);
  await user.paste("Dear Sir,\nwhat do you hold about me?");
  await user.tab();
  await user.keyboard("27102026");
  expect(screen.getByText("Tuesday")).toBeDefined();
  await screen.findByText("Friday 27 November 2026");
  expect(screen.getByRole("list", { name: "Why this date" }).textContent).toContain("TIME-2");

  await user.type(screen.getByLabelText("Name"), "Zofia Żółkiewska-Brown");
  await user.type(screen.getByLabelText(/Postal address/), "The Old Dairy{Enter}Great Dunmow{Enter}CM6 1BG");
  await user.keyboard("{Control>}{Enter}{/Control}");

  await screen.findByRole("heading", { name: "Zofia Żółkiewska-Brown" });
  expect(fake.calls.find((call) => call.name === "request_receive")?.request).toMatchObject({
    receivedOn: "2026-10-27",
    channel: "post",
    rights: ["access"],
    text: "Dear Sir,\nwhat do you hold about me?",
    address: ["The Old Dairy", "Great Dunmow", "CM6 1BG"],
  });
  // The form is empty again: what was recorded is no longer a draft.
  await waitFor(() =>
    expect(fake.calls.findLast((call) => call.name === "draft_keep")?.request).toEqual({ form: "new-case", body: "" }),
  );
});

it("a missing date is named before anything is sent", async () => {
  const { user, fake } = open();
  await user.click(await screen.findByRole("button", { name: "Record request" }));
  expect((await screen.findByRole("alert")).textContent).toContain(
    "“Received on”: give the day, the month and the year.",
  );
  expect(fake.calls.some((call) => call.name === "request_receive")).toBe(false);
});

it("the core's problem stands beside its field", async () => {
  const { user } = open();
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("27102026");
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByRole("alert");
  expect(screen.getByLabelText("Name").getAttribute("aria-invalid")).toBe("true");
});

it("a day that has not come yet is told at once", async () => {
  const { user } = open();
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("24122026");
  expect(await screen.findByText("That day has not come yet.")).toBeDefined();
});

it("what is typed is there again after going elsewhere", async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText("What came in"), "half a request");
  await user.keyboard("{Alt>}1{/Alt}");
  await screen.findByRole("heading", { level: 1, name: "Today" });
  await user.keyboard("{Control>}n{/Control}");
  expect(await screen.findByDisplayValue("half a request")).toBeDefined();
});

it("the form is cleared only after a question", async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText("What came in"), "not needed");
  await user.click(screen.getByRole("button", { name: "Clear the form" }));
  await user.click(await screen.findByRole("button", { name: "Clear it" }));
  await waitFor(() => expect(screen.getByLabelText("What came in")).toHaveProperty("value", ""));
});

it("a press again after a fault sends the same command id", async () => {
  const { user, fake } = open();
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("27102026");
  await user.type(screen.getByLabelText("Name"), "Maya Osei");
  fake.failNext("request_receive", { kind: "bug", incident: "K4T9" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await screen.findByRole("alert")).textContent).toContain("K4T9");
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByRole("heading", { name: "Maya Osei" });
  const ids = fake.calls
    .filter((call) => call.name === "request_receive")
    .map((call) => (call.request as { commandId: string }).commandId);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

it.each(["", "[]", "null", "{", '{"channel":"pigeon","address":[1],"text":7}'])(
  "a kept form that is not one, %j, is an empty form",
  (body) => {
    const form = readForm(body);
    expect({ ...form, address: [] }).toEqual(emptyForm);
  },
);

it("keeps the accessibility rules", async () => {
  open();
  await screen.findByLabelText("What came in");
  await expectNoViolations();
});

it("several rights have a clock each, and it is said that their letters are not there yet", async () => {
  const { user, fake } = open();
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("27102026");
  await user.click(screen.getByRole("button", { name: "Other rights…" }));
  await user.click(screen.getByRole("checkbox", { name: "Erasure" }));
  expect(screen.getByText(/tracked with its clock/)).toBeDefined();
  await screen.findByRole("region", { name: "Last day: Erasure" });
  await user.type(screen.getByLabelText("Name"), "Maya Osei");
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByRole("heading", { name: "Maya Osei" });
  expect(fake.calls.find((call) => call.name === "request_receive")?.request).toMatchObject({
    rights: ["access", "erasure"],
    askedBy: null,
    samePerson: null,
  });
});

it("whoever was met before is offered while typing, and only the DPO says that it is them", async () => {
  const { user, fake } = openPage({ cases: 3 }, "#/new-case");
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("17112026");
  await user.type(screen.getByLabelText("Name"), "maya osei");
  await user.click(await screen.findByRole("button", { name: /^Same person: Maya Osei/ }));
  expect(screen.getByText(/^The same person as Maya Osei in SR-2026-0043/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByRole("heading", { level: 1, name: "maya osei" });
  const sent = fake.calls.find((call) => call.name === "request_receive")?.request;
  expect(sent).toMatchObject({ samePerson: expect.stringMatching(/^person-of-/) });
  expect(await screen.findByText(/Answered last on 27 March 2026/)).toBeDefined();
});

it("somebody who asks for another is recorded with their role; their missing name is named", async () => {
  const { user, fake } = open();
  await screen.findByLabelText("What came in");
  await user.tab();
  await user.keyboard("27102026");
  await user.type(screen.getByLabelText("Name"), "Maya Osei");
  await user.click(screen.getByRole("checkbox", { name: /Somebody else asks for them/ }));
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByRole("alert");
  const name = screen.getByLabelText("Name of whoever asks");
  expect(name.getAttribute("aria-invalid")).toBe("true");
  await expectNoViolations();
  await user.type(name, "Harbour & Co");
  await user.click(screen.getByRole("button", { name: "Record request" }));
  await screen.findByText("Asks for somebody else: authority is needed before anything goes to them.");
  expect(fake.calls.findLast((call) => call.name === "request_receive")?.request).toMatchObject({
    askedBy: { role: "representative", name: "Harbour & Co", address: [] },
  });
});
