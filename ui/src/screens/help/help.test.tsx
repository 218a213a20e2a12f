import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectNoViolations } from "../../test/axe";
import { draw, openPage } from "../../test/render";
import { Dialog } from "../../widgets/Dialog";
import { Rule, RuleBook } from "../../widgets/Rule";

it("F1 leads to the rules, which are searched as one types", async () => {
  const { user } = openPage();
  await screen.findByRole("heading", { name: "Cases" });
  await user.keyboard("{F1}");
  const time = await screen.findByRole("region", { name: "Counting the time" });
  expect(within(time).getByText("Regulation 1182/71, Article 2(1); judgement in applying it")).toBeDefined();
  await expectNoViolations();
  await user.type(screen.getByRole("searchbox", { name: "Search the rules" }), "holiday office");
  expect(screen.getByText("1 of 7 rules")).toBeDefined();
  expect(screen.getByText("TIME-4")).toBeDefined();
  await user.type(screen.getByRole("searchbox", { name: "Search the rules" }), " elephant");
  await user.click(screen.getByRole("button", { name: "Show all rules" }));
  expect(screen.getByText("7 rules")).toBeDefined();
});

it("the mark of a rule says what it asks, and leads to its entry", async () => {
  const { user } = openPage({}, "#/settings/regulator");
  const mark = await screen.findByRole("button", { name: "Rule LAW-6" });
  await user.click(mark);
  const entry = await screen.findByRole("dialog", { name: "Rule LAW-6" });
  expect(await within(entry).findByText(/confirmed by the DPO/)).toBeDefined();
  await expectNoViolations();
  await user.click(within(entry).getByRole("link", { name: "Open in Help" }));
  const row = (await screen.findByText("LAW-6")).closest("li");
  expect(document.activeElement).toBe(row);
  expect(window.location.hash).toBe("#/help/LAW-6");
});

const Entry = ({ onLeave }: { onLeave: (() => void) | undefined }) => (
  <p>{onLeave === undefined ? "one stays here" : "one may leave"}</p>
);

it("within a dialog the mark leads nowhere, so that nothing typed is lost", async () => {
  const { user } = draw(
    <RuleBook value={Entry}>
      <Rule id="TIME-1" />
      <Dialog title="A form" isOpen onClose={() => undefined}>
        <Rule id="TIME-9" />
      </Dialog>
    </RuleBook>,
  );
  await user.click(screen.getByRole("button", { name: "Rule TIME-9" }));
  expect(await screen.findByText("one stays here")).toBeDefined();
});

it("a rule that is not in the list says so", async () => {
  openPage({}, "#/help/TIME-99");
  expect(await screen.findByText("There is no entry for TIME-99 in the list of rules.")).toBeDefined();
});
