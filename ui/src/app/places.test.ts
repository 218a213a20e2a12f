import { expect, it } from "vitest";
import { fromHash, type Place, toHash } from "./places";

const places: Place[] = [
  { at: "today" },
  { at: "cases" },
  { at: "newCase" },
  { at: "case", case: "0199-id", tab: "history" },
  { at: "letter", letter: "0199-id" },
  { at: "registers", register: "retention" },
  { at: "reports" },
  { at: "settings", part: "envelope" },
  { at: "help", rule: "" },
  { at: "help", rule: "TIME-9" },
];

it.each(places)("the address of $at leads back to it", (place) => {
  expect(fromHash(toHash(place))).toEqual(place);
});

it.each(["", "#", "#/nowhere", "#/case", "#/letter/"])("the unknown address %j leads to Today", (hash) => {
  expect(fromHash(hash)).toEqual({ at: "today" });
});

it("an unknown tab is the first", () => {
  expect(fromHash("#/case/x/nothing")).toEqual({ at: "case", case: "x", tab: "overview" });
  expect(fromHash("#/settings/nothing")).toEqual({ at: "settings", part: "organisation" });
});
