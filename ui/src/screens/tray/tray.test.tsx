import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { openPage } from "../../test/render";

/** Two final letters in two cases of the pretend core. */
async function open() {
  const page = openPage({ cases: 12 }, "#/letters/ready");
  await screen.findByRole("heading", { level: 1, name: "Letters" });
  for (const number of [1, 2]) {
    const of = `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
    const letter = await page.fake.call("letter_begin", { case: of, kind: "L01", party: null, again: null });
    const { revision, caseVersion } = letter;
    await page.fake.call("letter_make_final", {
      commandId: crypto.randomUUID(),
      letter: letter.letter,
      revision,
      caseVersion,
    });
  }
  page.fake.tell([{ of: "letters" }]);
  await screen.findAllByRole("checkbox");
  return page;
}

it("many are chosen, put into one file, and recorded at once; one that fails is named", async () => {
  const { user, fake } = await open();
  const print = screen.getByRole("button", { name: "One file to print" });
  expect(print).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("button", { name: "Choose all" }));
  await screen.findByText("2 letters chosen");
  await user.click(print);
  const file = await screen.findByRole("dialog", { name: "One file to print" });
  await user.click(within(file).getByRole("button", { name: "Save the file" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const printed = fake.calls.findLast((call) => call.name === "tray_print_file")?.request;
  expect(printed).toMatchObject({ bothSides: true, letters: [expect.any(String), expect.any(String)] });

  await user.click(screen.getByRole("button", { name: "Record as sent" }));
  const dialog = await screen.findByRole("dialog", { name: "Record 2 letters as sent" });
  await user.type(within(dialog).getByLabelText(/Where it was posted/), "Stansted");
  await user.click(within(dialog).getByRole("button", { name: "Record them" }));
  await screen.findByText("1 letter was not recorded");
  expect(screen.getByText(/This case was changed meanwhile/)).toBeDefined();
  expect(fake.calls.findLast((call) => call.name === "tray_record_sent")?.request).toMatchObject({
    on: "2026-11-22",
    channel: "post",
    class: "first",
    place: "Stansted",
  });
  await waitFor(() => expect(screen.getAllByRole("checkbox")).toHaveLength(1));
});

it("many are printed one after the other, and what the printer did not take is named and stays chosen", async () => {
  const { user, fake } = await open();
  await user.click(screen.getByRole("button", { name: "Choose all" }));
  await user.click(screen.getByRole("button", { name: "Print" }));
  const dialog = await screen.findByRole("dialog", { name: "Print 2 letters" });
  await expectNoViolations(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Print" }));
  await screen.findByText("1 letter was not printed");
  expect(screen.getAllByText(/1 letter is with the printer/).length).toBeGreaterThan(0);
  const request = fake.calls.findLast((call) => call.name === "tray_print")?.request;
  expect(request).toMatchObject({ queue: "Front office", copies: 1, bothSides: false, job: expect.any(String) });
  expect((await screen.findAllByRole("checkbox", { checked: true })).length).toBe(1);
  await user.click(screen.getByRole("tab", { name: /Printed/ }));
  expect(await screen.findAllByRole("checkbox")).toHaveLength(1);
});

it("each part says what belongs there, and a letter opens from its row", async () => {
  const { user } = await open();
  await user.click(screen.getByRole("tab", { name: /Returned/ }));
  await screen.findByRole("heading", { name: "Nothing came back" });
  await user.click(screen.getByRole("tab", { name: /Ready/ }));
  await user.click((await screen.findAllByRole("button", { name: /Acknowledgement/ }))[0] as HTMLElement);
  await screen.findByRole("button", { name: "Record as sent" });
});

it("keeps the accessibility rules", async () => {
  await open();
  await expectNoViolations();
});
