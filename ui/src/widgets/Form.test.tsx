import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { Problem } from "../backend/backend";
import { draw } from "../test/render";
import { DateField } from "./DateField";
import { Field } from "./Field";
import { Form } from "./Form";

function Harness({ onSubmit, problem }: { onSubmit: () => void; problem?: Problem }) {
  const [name, setName] = useState("");
  const [on, setOn] = useState<string | null>(null);
  return (
    <Form name="Letter" onSubmit={onSubmit} problem={problem}>
      <Field id="name" label="Name" value={name} onChange={setName} isRequired />
      <DateField id="on" label="Sent on" value={on} onChange={setOn} isRequired />
      <button type="submit">Send</button>
    </Form>
  );
}

it("what cannot be sent is said together with whatever else is missing, in the order of the page", async () => {
  const onSubmit = vi.fn();
  const { user } = draw(<Harness onSubmit={onSubmit} />);
  await user.click(screen.getByRole("button", { name: "Send" }));
  const said = within(screen.getByRole("alert"))
    .getAllByRole("button")
    .map((button) => button.textContent);
  expect(said).toEqual(["“Name” is empty.", "“Sent on”: give the day, the month and the year."]);
  expect(onSubmit).not.toHaveBeenCalled();
});

it("an empty text alone is for the core to judge", async () => {
  const onSubmit = vi.fn();
  const { user } = draw(<Harness onSubmit={onSubmit} />);
  await user.tab();
  await user.tab();
  await user.keyboard("20112026{Control>}{Enter}{/Control}");
  expect(onSubmit).toHaveBeenCalledOnce();
});

it("the core's message stands beside the field it names", () => {
  const problem = new Problem({ kind: "invalid", fields: [{ field: "name", message: "Give the name." }] });
  draw(<Harness onSubmit={() => undefined} problem={problem} />);
  expect(screen.getAllByText("Give the name.")).toHaveLength(2);
});
