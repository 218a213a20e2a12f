import { expect, it } from "vitest";
import type { Topic } from "./generated/Topic";
import { isStale, readKey } from "./topics";

const one: Topic = { of: "case", case: "one" };

it("a change of one case drops that case and no other", () => {
  expect(isStale(readKey("case_read", { case: "one" }), undefined, [one])).toBe(true);
  expect(isStale(readKey("case_read", { case: "other" }), undefined, [one])).toBe(false);
});

it("a letter is dropped with its case, once it is known which case that is", () => {
  const key = readKey("letter_read", { letter: "a letter" });
  expect(isStale(key, { case: "one" }, [one])).toBe(true);
  expect(isStale(key, { case: "other" }, [one])).toBe(false);
  expect(isStale(key, undefined, [one])).toBe(false);
});

it("an open list of cases is opened again, but its windows are not read again", () => {
  const list = readKey("cases_open", { filter: "open", sort: "newest", text: "" });
  expect(isStale(list, undefined, [{ of: "cases" }])).toBe(true);
  expect(isStale(readKey("cases_rows", { list: 1, from: 0, len: 100 }), undefined, [{ of: "cases" }])).toBe(false);
});

it("what is no read is left alone", () => {
  expect(isStale(["blob", "letter/1", "2"], undefined, [{ of: "cases" }, one])).toBe(false);
});
