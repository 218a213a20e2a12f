/** Measures the contrast of every pair of tokens that is used, in every theme. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Tokens = Record<string, string>;

/** The custom properties of the block that names this theme. */
function tokensOf(theme: string): Tokens {
  const css = ["tokens", "themes"].map((name) => readFileSync(`src/styles/${name}.css`, "utf8")).join("\n");
  const block = css.split("}").find((part) => part.includes(`[data-theme="${theme}"] {`));
  if (block === undefined) throw new Error(`no theme ${theme}`);
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2 relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const meanings = ["overdue", "due-soon", "waiting", "done"];

/** Text on ground, and the least contrast it must have. */
const pairs: [text: string, ground: string, least: number][] = [
  ...grounds.map((ground): [string, string, number] => ["ink", ground, 7]),
  ...grounds.map((ground): [string, string, number] => ["ink-2", ground, 7]),
  ...grounds.map((ground): [string, string, number] => ["ink-3", ground, 4.5]),
  ...grounds.map((ground): [string, string, number] => ["accent", ground, 4.5]),
  ...meanings.flatMap((meaning) => grounds.map((ground): [string, string, number] => [meaning, ground, 4.5])),
  ...meanings.map((meaning): [string, string, number] => [meaning, `${meaning}-soft`, 4.5]),
  ...meanings.map((meaning): [string, string, number] => ["ink", `${meaning}-soft`, 7]),
  ...meanings.map((meaning): [string, string, number] => [meaning, "accent-soft", 4.5]),
  ["accent", "accent-soft", 4.5],
  ["ink", "accent-soft", 7],
  ["ink-2", "accent-soft", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["paper", "ink", 7],
  // Edges of fields and buttons are shapes: 3 is what WCAG 1.4.11 asks.
  ...grounds.map((ground): [string, string, number] => ["edge", ground, 3]),
];

describe.each(["light", "dark", "contrastLight", "contrastDark"])("in the theme %s", (theme) => {
  const tokens = tokensOf(theme);
  it.each(pairs)("%s on %s has at least %d to 1", (text, ground, least) => {
    const [one, other] = [tokens[text], tokens[ground]];
    if (one === undefined || other === undefined) throw new Error(`${text} or ${ground} is no token`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});

it("the measure itself knows black on white and white on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#ffffff", "#ffffff")).toBeCloseTo(1);
});
