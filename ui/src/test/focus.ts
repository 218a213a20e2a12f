/** After an act: whoever works by keyboard is still somewhere on the page, and stays there. */
import { waitFor } from "@testing-library/react";
import { expect } from "vitest";

export async function expectFocusKept(): Promise<void> {
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  // A dialog that has just closed may give the focus to what is about to leave.
  await new Promise((done) => setTimeout(done, 300));
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
}
