import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { Problem } from "../backend/backend";
import type { IpcError } from "../backend/generated/IpcError";
import { draw } from "../test/render";
import { Field } from "./Field";
import { fieldProblem, ProblemNotice } from "./Problems";

const errors: [IpcError["kind"], IpcError, RegExp][] = [
  [
    "refused",
    { kind: "refused", refused: { rule: "TIME-10", reason: "It is too late.", remedy: "Answer now." } },
    /It is too late\..*Answer now\. Nothing was recorded\..*TIME-10/,
  ],
  ["conflict", { kind: "conflict", message: "A letter was sent." }, /changed meanwhile.*A letter was sent.*read again/],
  ["notFound", { kind: "notFound", message: "No such case." }, /no longer there.*No such case/],
  ["locked", { kind: "locked" }, /locked.*What you typed was kept/],
  ["wrongPassphrase", { kind: "wrongPassphrase", message: "Try again.", waitSeconds: 4 }, /Try again\..*4 seconds/],
  ["cancelled", { kind: "cancelled" }, /Nothing was changed/],
  ["unavailable", { kind: "unavailable", code: "diskFull", message: "Make room." }, /disk is full.*Make room/],
  ["bug", { kind: "bug", incident: "K4T9" }, /quote incident K4T9/],
];

it.each(errors)("%s says what happened and what to do, and takes the focus", async (_, error, said) => {
  draw(<ProblemNotice problem={new Problem(error)} />);
  const notice = screen.getByRole("alert");
  expect(notice.textContent).toMatch(said);
  await waitFor(() => expect(document.activeElement).toBe(notice));
});

const invalid = new Problem({
  kind: "invalid",
  fields: [
    { field: "name", message: "Give the name." },
    { field: "address.2", message: "The third line is too long." },
  ],
});

it("the summary leads to the field", async () => {
  const { user } = draw(
    <>
      <ProblemNotice problem={invalid} />
      <Field id="name" label="Name" value="" onChange={() => undefined} error={fieldProblem(invalid, "name")} />
      <Field id="address" label="Address" value="" onChange={() => undefined} />
    </>,
  );
  expect(screen.getByRole("alert").textContent).toContain("2 things need another look");
  await user.click(screen.getByRole("button", { name: "Give the name." }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
  // A problem of one line leads to the field that holds the line.
  await user.click(screen.getByRole("button", { name: "The third line is too long." }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Address" }));
});

it("the message stands beside its field, for screen readers too", () => {
  draw(<Field id="name" label="Name" value="" onChange={() => undefined} error={fieldProblem(invalid, "name")} />);
  const field = screen.getByRole("textbox", { name: "Name" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain("Give the name.");
  expect(fieldProblem(invalid, "address")).toBe("The third line is too long.");
  expect(fieldProblem(invalid, "email")).toBeUndefined();
});
