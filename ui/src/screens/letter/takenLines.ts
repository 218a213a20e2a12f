/** Lines that the registers and the case know, taken into what is written or left out of it. Own words stay. */
import type { LinesStand } from "../../backend/generated/LinesStand";

const lineOf = (text: string) => text.trim().replace(/^- */, "").trim();

/** Whether a line stands in a text. The core says the same of what was kept. */
export const holdsLine = (text: string, line: string, stand: LinesStand): boolean =>
  stand === "phrase" ? text.includes(line) : text.split("\n").some((one) => lineOf(one) === line);

/** "one, two and three" */
function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** The text with the line in it, or without it. */
export function withLine(text: string, line: string, isIn: boolean, stand: LinesStand, all: readonly string[]): string {
  if (holdsLine(text, line, stand) === isIn) return text;
  if (stand === "list") {
    const lines = text.split("\n");
    if (!isIn) return lines.filter((one) => lineOf(one) !== line).join("\n");
    return text.trim() === "" ? `- ${line}` : `${text.trimEnd()}\n- ${line}`;
  }
  const chosen = all.filter((one) => (one === line ? isIn : text.includes(one)));
  const before = all.filter((one) => text.includes(one));
  // A text of nothing but lines is written anew, so that commas and "and" stay right.
  if (text.trim() === "" || text.trim() === joined(before)) return joined(chosen);
  if (isIn) return `${text.trimEnd()}, ${line}`;
  const [head = "", ...tail] = text.split(line);
  return `${head.replace(/(,| and) *$/, "")}${tail.join(line)}`.replace(/^(,| and) */, "");
}
