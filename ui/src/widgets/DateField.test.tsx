import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../test/axe";
import { draw } from "../test/render";
import { DateField } from "./DateField";

function Harness({ first = null }: { first?: string | null }) {
  const [value, setValue] = useState<string | null>(first);
  return (
    <>
      <DateField label="Received on" id="receivedOn" value={value} onChange={setValue} />
      <output>{value ?? "none"}</output>
    </>
  );
}

it("is typed as day, month, year, and the weekday appears", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("27102026");
  expect(screen.getByRole("status").textContent).toBe("2026-10-27");
  expect(screen.getByText("Tuesday")).toBeDefined();
});

it("counts only when the year has four digits", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("2710202");
  expect(screen.getByRole("status").textContent).toBe("none");
});

it("shows a date it is given and lets it be changed", async () => {
  const { user } = draw(<Harness first="2026-11-22" />);
  expect(screen.getByText("Sunday")).toBeDefined();
  await user.tab();
  await user.keyboard("20");
  expect(screen.getByRole("status").textContent).toBe("2026-11-20");
});

it("keeps the accessibility rules", async () => {
  const { container } = draw(<Harness first="2026-11-22" />);
  await expectNoViolations(container);
});
