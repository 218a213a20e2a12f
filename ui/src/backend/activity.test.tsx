import { fireEvent, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useActivity } from "./activity";
import { BackendProvider } from "./call";
import { makeFake } from "./fake";

describe("useActivity", () => {
  it("tells of keys and the mouse, now and then, as long as it is used", () => {
    const fake = makeFake();
    const { unmount } = renderHook(useActivity, {
      wrapper: ({ children }) => <BackendProvider value={fake}>{children}</BackendProvider>,
    });
    const time = vi.spyOn(performance, "now");
    for (const at of [1000, 2000, 5900, 6000, 6100]) {
      time.mockReturnValue(at);
      fireEvent.pointerMove(window);
    }
    expect(fake.calls.map(({ name }) => name)).toEqual(["activity_note", "activity_note"]);
    unmount();
    time.mockReturnValue(60_000);
    fireEvent.keyDown(window);
    expect(fake.calls).toHaveLength(2);
    time.mockRestore();
  });
});
