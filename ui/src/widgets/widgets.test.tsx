import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { expectNoViolations } from "../test/axe";
import { draw } from "../test/render";
import { Bars } from "./Bars";
import { type CheckLine, Checklist } from "./Checklist";
import { FileRow } from "./FileRow";
import { Rows } from "./Rows";
import { SplitPane } from "./SplitPane";
import { Steps } from "./Steps";

const systems = [
  { id: "crm", name: "CRM", pages: 14 },
  { id: "mail", name: "Mailboxes", pages: 0 },
];

it("a small table names its rows and opens them by keyboard", async () => {
  const onOpen = vi.fn();
  const { user, container } = draw(
    <Rows
      name="Systems"
      rows={systems}
      keyOf={(row) => row.id}
      onOpen={onOpen}
      columns={[
        { key: "name", title: "System", cell: (row) => row.name },
        { key: "pages", title: "Pages", cell: (row) => row.pages, align: "end" },
      ]}
    />,
  );
  const table = screen.getByRole("table", { name: "Systems" });
  expect(within(table).getByRole("rowheader", { name: "CRM" })).toBeDefined();
  await user.tab();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith(systems[1]);
  await expectNoViolations(container);
});

function Lines({ onLines }: { onLines: (lines: CheckLine[]) => void }) {
  const [lines, setLines] = useState<CheckLine[]>([
    { id: "support", text: "To give support", isIn: true, original: "To give support" },
    { id: "news", text: "To send news", isIn: false, original: "To send news" },
  ]);
  return (
    <Checklist
      id="purposes"
      label="What we use it for"
      lines={lines}
      onChange={(next) => {
        setLines(next);
        onLines(next);
      }}
      isEditable
    />
  );
}

it("lines are ticked in and out, reworded, put back and added", async () => {
  const onLines = vi.fn<(lines: CheckLine[]) => void>();
  const { user, container } = draw(<Lines onLines={onLines} />);
  const last = () => onLines.mock.lastCall?.[0];
  expect(screen.getByText("1 of 2")).toBeDefined();
  await user.click(screen.getByRole("checkbox", { name: /To send news/ }));
  expect(last()?.[1]?.isIn).toBe(true);
  await user.click(screen.getByRole("button", { name: "Reword: To send news" }));
  await user.keyboard(" of events{Enter}");
  expect(last()?.[1]?.text).toBe("To send news of events");
  await user.click(screen.getByRole("button", { name: "As it was: To send news of events" }));
  expect(last()?.[1]?.text).toBe("To send news");
  await user.click(screen.getByRole("button", { name: "Add a line" }));
  await user.keyboard("To keep accounts{Enter}");
  expect(last()?.map((line) => line.text)).toEqual(["To give support", "To send news", "To keep accounts"]);
  await expectNoViolations(container);
  // A line of one's own that stays empty is none.
  await user.click(screen.getByRole("button", { name: "Add a line" }));
  await user.keyboard("{Enter}");
  expect(last()).toHaveLength(3);
});

it("a chart gives its numbers as a table", async () => {
  const { user, container } = draw(
    <Bars
      title="Last days"
      of="Week"
      parts={[{ name: "Requests", tone: "accent" }]}
      bars={[
        { key: "1", name: "This week", parts: [3] },
        { key: "2", name: "From 30 Nov", parts: [1] },
      ]}
    />,
  );
  await expectNoViolations(container);
  await user.click(screen.getByRole("button", { name: "Show as table: Last days" }));
  const row = screen.getByRole("rowheader", { name: "This week" }).closest("tr");
  expect(row?.textContent).toBe("This week3");
  await expectNoViolations(container);
});

it("the bar between two panes moves with the arrows, within its ends", async () => {
  const { user } = draw(<SplitPane first={<p>one</p>} second={<p>two</p>} share={45} least={40} most={55} />);
  const bar = screen.getByRole("separator", { name: "Width of the panes" });
  await user.tab();
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(bar.getAttribute("aria-valuenow")).toBe("40");
  await user.keyboard("{End}");
  expect(bar.getAttribute("aria-valuenow")).toBe("55");
  await user.keyboard("{Enter}");
  expect(bar.getAttribute("aria-valuenow")).toBe("45");
});

it("steps say in words where one is, and files what they are", async () => {
  const { container } = draw(
    <>
      <Steps
        name="The way"
        steps={[
          { key: "identity", title: "Identity", state: "done" },
          { key: "search", title: "Search", state: "here", aside: "6 of 7" },
          { key: "answer", title: "Answer", state: "toCome" },
        ]}
      />
      <ul className="files">
        <FileRow name="request.pdf" aside="2 pages" />
        <FileRow name="passport.png" isGone />
      </ul>
    </>,
  );
  const steps = within(screen.getByRole("list", { name: "The way" })).getAllByRole("listitem");
  expect(steps[0]?.textContent).toContain("Identity, done");
  expect(steps[1]?.getAttribute("aria-current")).toBe("step");
  expect(screen.getByText("passport.png").tagName).toBe("S");
  await expectNoViolations(container);
});
