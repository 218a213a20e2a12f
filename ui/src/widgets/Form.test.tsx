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

it("a fault goes with the change of its field, and the summary with the last of them", async () => {
  const problem = new Problem({
    kind: "invalid",
    fields: [
      { field: "name", message: "Give the name." },
      { field: "on", message: "That day has not come." },
    ],
  });
  const { user } = draw(<Harness onSubmit={() => undefined} problem={problem} />);
  await user.click(screen.getByRole("button", { name: "Give the name." }));
  await user.keyboard("A");
  expect(screen.queryByText("Give the name.")).toBeNull();
  expect(screen.getAllByText("That day has not come.")).toHaveLength(2);
  // What is left of the summary does not take the focus from the field.
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
  await user.tab();
  await user.keyboard("2");
  expect(screen.queryByText("That day has not come.")).toBeNull();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("what is wrong again is said again", async () => {
  const { user } = draw(<Harness onSubmit={() => undefined} />);
  const send = screen.getByRole("button", { name: "Send" });
  await user.click(send);
  await user.type(screen.getByRole("textbox", { name: "Day" }), "2");
  expect(within(screen.getByRole("alert")).getAllByRole("button")).toHaveLength(1);
  await user.click(send);
  expect(within(screen.getByRole("alert")).getAllByRole("button")).toHaveLength(2);
});
