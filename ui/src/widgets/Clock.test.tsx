import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeClock } from "../backend/fake/clock";
import type { ClockView } from "../backend/generated/ClockView";
import { draw } from "../test/render";
import { Clock } from "./Clock";

const facts = { receivedOn: "2026-10-27", waitingSince: null, answeredOn: null, isClosed: false };
const said = "Counted cautiously the last day is Thursday 26 November 2026. Literal counting gives the 27th.";

/** As the core answers when the two ways of counting a pause differ. */
function bothCountings(): ClockView {
  const clock = fakeClock(facts, "2026-11-22");
  const step = { rule: "TIME-7", text: said, date: "2026-11-26", source: "" };
  return { ...clock, lastDay: "2026-11-26", dueFinal: "2026-11-27", working: [...clock.working, step] };
}

it("where the two ways of counting differ, one line says which day is shown", () => {
  draw(<Clock clock={bothCountings()} isWhyShown={false} />);
  expect(within(screen.getByRole("region", { name: "Last day" })).getByText(said)).toBeDefined();
});

it("where they agree, there is nothing to say", () => {
  draw(<Clock clock={fakeClock(facts, "2026-11-22")} isWhyShown={false} />);
  expect(screen.queryByText(/counted/i)).toBeNull();
});

it("says what the day to post by means, where there is one", () => {
  const clock = fakeClock(facts, "2026-11-22");
  const { unmount } = draw(<Clock clock={clock} isWhyShown={false} />);
  expect(screen.getByText(/should also arrive by the last day/).textContent).toContain("TIME-13");
  unmount();
  const late = { ...clock, postByWords: "Too late for the post to be safe; send it another way" };
  draw(<Clock clock={late} isWhyShown={false} />);
  expect(screen.queryByText(/should also arrive by the last day/)).toBeNull();
});
