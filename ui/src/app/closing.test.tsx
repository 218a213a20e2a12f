import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openPage } from "../test/render";

describe("the end of the program", () => {
  it("keeps what was typed, says so, and goes on if the program stays", async () => {
    const { fake, user } = openPage({}, "#/new-case");
    await user.type(await screen.findByRole("textbox", { name: /^Name/ }), "Half typed");
    act(() => fake.close(true));
    await screen.findByRole("alertdialog", { name: "Closing the casebook" });
    await waitFor(() => expect(fake.calls.at(-1)?.name).toBe("drafts_kept"));
    const kept = fake.calls.findLast(({ name }) => name === "draft_keep");
    expect(JSON.stringify(kept?.request)).toContain("Half typed");
    act(() => fake.close(false));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  it("says that everything is kept before the casebook locks", async () => {
    const { fake } = openPage();
    await screen.findByRole("heading", { name: "Cases" });
    act(() => fake.lockItself());
    await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain("drafts_kept"));
  });
});
