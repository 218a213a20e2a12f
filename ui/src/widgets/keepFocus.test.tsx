import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { expectFocusKept } from "../test/focus";
import { draw } from "../test/render";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { useKeepFocus } from "./keepFocus";

function Rows() {
  useKeepFocus();
  const [rows, setRows] = useState(["One", "Two", "Three"]);
  const [asked, setAsked] = useState<string>();
  const done = () => {
    setAsked(undefined);
    // The rows are read again a moment later, as after each act.
    setTimeout(() => setRows(rows.filter((row) => row !== asked)), 30);
  };
  return (
    <main>
      <section aria-label="Rows">
        <h2>{rows.length === 0 ? "Nothing is left" : "What is left"}</h2>
        <ul>
          {rows.map((row) => (
            <li key={row}>
              <button type="button">More</button>
              <Button name={`Record ${row}`} onPress={() => setAsked(row)}>
                Record
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {asked !== undefined && (
        <Dialog title="Record it?" isOpen onClose={() => setAsked(undefined)}>
          <Button onPress={done}>Yes</Button>
        </Dialog>
      )}
    </main>
  );
}

const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;

it("an act that takes its own row away leads to the next row, and after the last one to the heading", async () => {
  const { user } = draw(<Rows />);
  const record = async (row: string) => {
    screen.getByRole("button", { name: `Record ${row}` }).focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Yes" }));
    await expectFocusKept();
  };
  await record("Two");
  expect(focused()).toBe("Record Three");
  await record("Three");
  expect(focused()).toBe("Record One");
  await record("One");
  expect(focused()).toBe("Nothing is left");
});

it("whoever leaves everything on purpose is not called back", async () => {
  const { user } = draw(<Rows />);
  await user.click(screen.getByRole("button", { name: "Record One" }));
  await user.click(await screen.findByRole("button", { name: "Yes" }));
  await expectFocusKept();
  await user.click(screen.getByRole("main"));
  const focusedAfter = document.activeElement;
  document.body.append(document.createElement("p"));
  await new Promise((done) => setTimeout(done, 150));
  expect(document.activeElement).toBe(focusedAfter);
});
