/** The factors of weighing other people's interests (REF-5), asked for inside the text itself. */
import { words } from "../../../words/en-GB";

const { factors } = words.decision.deciding;

/** A text to begin with: each factor on its line, to be written on. */
export const promptedWeighing = factors.map((factor) => `${factor} `).join("\n");

/** What was written, without factors that nobody wrote anything beside. Empty where nothing was weighed. */
export function weighedText(text: string): string {
  const lines = text.split("\n").filter((line) => !factors.includes(line.trim()));
  return lines.join("\n").trim();
}
