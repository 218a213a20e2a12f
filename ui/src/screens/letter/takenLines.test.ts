import { expect, it } from "vitest";
import { holdsLine, withLine } from "./takenLines";

const all = ["the e-mail", "orders and accounts", "the website"];

it("a line of a list goes in at the end and out wherever it stands, and own words stay", () => {
  const text = "Some words.\n- one\n- two";
  expect(withLine(text, "three", true, "list", [])).toBe(`${text}\n- three`);
  expect(withLine(text, "one", false, "list", [])).toBe("Some words.\n- two");
  expect(withLine("", "one", true, "list", [])).toBe("- one");
  expect(holdsLine(text, "two", "list")).toBe(true);
  expect(holdsLine(text, "tw", "list")).toBe(false);
});

it("a sentence of lines keeps its commas and its “and”", () => {
  const both = withLine("the e-mail", "the website", true, "phrase", all);
  expect(both).toBe("the e-mail and the website");
  const three = withLine(both, "orders and accounts", true, "phrase", all);
  expect(three).toBe("the e-mail, orders and accounts and the website");
  expect(withLine(three, "the e-mail", false, "phrase", all)).toBe("orders and accounts and the website");
  expect(withLine("the website", "the website", false, "phrase", all)).toBe("");
});

it("what was typed into a sentence stays when a line goes in or out", () => {
  const own = "the e-mail, and the paper files in the cellar";
  const more = withLine(own, "the website", true, "phrase", all);
  expect(more).toBe(`${own}, the website`);
  expect(withLine(more, "the website", false, "phrase", all)).toBe(own);
});
