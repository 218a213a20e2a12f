import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { makeFake } from "../../backend/fake";
import type { AddressProblem } from "../../backend/generated/AddressProblem";
import type { HistoryEntry } from "../../backend/generated/HistoryEntry";
import { caseId, draw } from "../../test/render";
import { HistoryTab } from "./HistoryTab";
import { Party } from "./Party";

const view = () => makeFake({ cases: 3 }).call("case_read", { case: caseId(1) });

async function drawAddress(addressProblems: AddressProblem[]) {
  const [party] = (await view()).parties;
  if (party === undefined) throw new Error("the pretend case has nobody in it");
  draw(<Party party={{ ...party, addressProblems }} onOpen={() => undefined} />);
  return screen.getAllByRole("listitem").map((line) => line.textContent?.trim());
}

it("a fault of the whole address names no line, and a line is named once", async () => {
  const said = await drawAddress([
    { line: 0, sentence: "The address is too short.", blocks: false },
    { line: 2, sentence: "Line 2 is neither a UK postcode nor a country.", blocks: false },
    { line: 1, sentence: "The name is missing.", blocks: false },
  ]);
  expect(said).toEqual([
    "The address is too short.",
    "Line 2 is neither a UK postcode nor a country.",
    "Line 1: The name is missing.",
  ]);
});

it("marks the head that stands on a letter: the one before the letter itself", async () => {
  const read = await view();
  const [day] = read.history;
  const [first] = day?.entries ?? [];
  if (day === undefined || first === undefined) throw new Error("the pretend case has no history");
  const entry = (seq: number, kind: string): HistoryEntry => ({ ...first, seq, kind, hash: `hash-${seq}` });
  const entries = [entry(1, "request.received"), entry(2, "note.kept"), entry(3, "letter.finalised")];
  const { user } = draw(
    <HistoryTab
      view={{ ...read, history: [{ ...day, entries }] }}
      onExport={() => undefined}
      onCorrect={() => undefined}
    />,
  );
  await user.click(screen.getByRole("checkbox"));
  expect(screen.getByText(/head printed on the letter/).closest("dd")?.textContent).toContain("hash-2");
});
