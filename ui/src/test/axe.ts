/** Accessibility rules that need no layout; contrast is measured from the tokens and in the real window. */
import axe from "axe-core";
import { expect } from "vitest";

export async function expectNoViolations(element: Element = document.body) {
  const { violations } = await axe.run(element, { rules: { "color-contrast": { enabled: false } } });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  expect(found).toEqual([]);
}
