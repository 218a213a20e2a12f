import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { BackendProvider } from "../backend/call";
import { makeFake } from "../backend/fake";
import { Locale } from "./Locale";
import { Progress } from "./Progress";

function drawn() {
  const fake = makeFake();
  render(
    <Locale>
      <BackendProvider value={fake}>
        <Progress job="a" label="Exporting" />
      </BackendProvider>
    </Locale>,
  );
  return fake;
}

describe("Progress", () => {
  it("shows its own work only, in numbers and words", () => {
    const fake = drawn();
    const bar = screen.getByRole("progressbar", { name: "Exporting" });
    expect(bar.getAttribute("aria-valuenow")).toBeNull();
    act(() => fake.progress({ job: "b", done: 7, of: 8, words: "Something else" }));
    expect(bar.getAttribute("aria-valuenow")).toBeNull();
    act(() => fake.progress({ job: "a", done: 3, of: 8, words: "Writing the history" }));
    expect(bar.getAttribute("aria-valuenow")).toBe("3");
    expect(bar.textContent).toContain("Writing the history");
    expect(bar.textContent).toContain("3 of 8");
  });

  it("asks to stop once", async () => {
    const user = userEvent.setup();
    const fake = drawn();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(screen.getByRole("button", { name: "Stopping" }));
    expect(fake.calls).toEqual([{ name: "job_cancel", request: { job: "a" } }]);
  });
});
