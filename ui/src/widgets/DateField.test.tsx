import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../test/axe";
import { draw } from "../test/render";
import { DateField } from "./DateField";
import { readTyped } from "./typedDate";

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

it("moves on when a part is full or a separator is typed, and takes a month by name", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("4/feb 2026");
  expect(screen.getByRole("status").textContent).toBe("2026-02-04");
});

it("knows where a month that is named ends", async () => {
  const { user } = draw(<Harness first="2026-11-22" />);
  await user.tab();
  await user.keyboard("27october2025");
  expect(screen.getByRole("status").textContent).toBe("2025-10-27");
});

it("takes a whole date that is pasted", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.paste("Tuesday, 27 October 2026");
  expect(screen.getByRole("status").textContent).toBe("2026-10-27");
});

it("names a date that does not exist, and never bends it into one that does", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("31022026");
  expect(screen.getByText("31 February 2026 does not exist: February 2026 has 28 days.")).toBeDefined();
  expect(screen.getByRole("status").textContent).toBe("none");
});

it("says which part is missing once one has left it", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("12");
  expect(screen.queryByText(/give the month/)).toBeNull();
  await user.tab();
  await user.tab();
  expect(screen.getByText("“Received on”: give the month and the year in four digits.")).toBeDefined();
});

it("reads a year of two digits as one of this century", async () => {
  const { user } = draw(<Harness />);
  await user.tab();
  await user.keyboard("271026");
  await user.tab();
  expect(screen.getByRole("status").textContent).toBe("2026-10-27");
});

it.each([
  ["2026-02-29", "impossible"],
  ["2028-02-29", "date"],
  ["1900-02-29", "impossible"],
  ["2000-02-29", "date"],
  ["2026-04-31", "impossible"],
  ["2026-13-01", "impossible"],
  ["2026-00-01", "impossible"],
  ["1899-12-31", "impossible"],
  ["202-12-31", "incomplete"],
])("%s is read as %s", (typed, is) => {
  const [year = "", month = "", day = ""] = typed.split("-");
  expect(readTyped({ day, month, year }).is).toBe(is);
});
