import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { draw } from "../test/render";
import { Pick } from "./Choice";
import { DateField } from "./DateField";
import { Field } from "./Field";
import { RuleBook } from "./Rule";

function Row() {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<"person" | "company" | null>(null);
  const [on, setOn] = useState<string | null>(null);
  return (
    <RuleBook value={({ id }) => <p>{id}</p>}>
      <Field id="name" label="Name" rule="REQ-3" value={name} onChange={setName} />
      <Pick
        id="kind"
        label="Kind"
        rule="TYPE-1"
        value={kind}
        onChange={setKind}
        options={[
          { value: "person", name: "A person" },
          { value: "company", name: "A company" },
        ]}
      />
      <DateField id="on" label="Received on" rule="TIME-6" value={on} onChange={setOn} />
    </RuleBook>
  );
}

it("Tab leads to the field first and to the mark of its rule after it", async () => {
  const { user } = draw(<Row />);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Rule REQ-3" }));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /Kind$/ }));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Rule TYPE-1" }));
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /day/i }));
});

it("a list with nothing chosen says so in our words", () => {
  draw(<Row />);
  expect(screen.getByRole("button", { name: /Kind$/ }).textContent).toContain("Choose…");
});
