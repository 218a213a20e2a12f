/** Draws the whole page, or one widget, as the DPO meets it. */
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { App } from "../app/App";
import { type FakeOptions, makeFake } from "../backend/fake";
import { Locale } from "../widgets/Locale";

/** The page over a pretend core; `at` is where it opens. */
export function openPage(options: FakeOptions = {}, at = "#/cases") {
  window.history.replaceState(null, "", at);
  const fake = makeFake(options);
  const user = userEvent.setup();
  const { container } = render(<App backend={fake} />);
  return { fake, user, container };
}

export function draw(widget: ReactNode) {
  const user = userEvent.setup();
  return { user, ...render(<Locale>{widget}</Locale>) };
}

/** The id of a case of the pretend core, from 1. */
export const caseId = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
