import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { flushKept, useKeep } from "./keep";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeping() {
  const kept: string[] = [];
  const hook = renderHook(() => useKeep(async (value: string) => void kept.push(value), 400));
  return { kept, hook };
}

it("only what was last typed is kept, after a pause", async () => {
  const { kept, hook } = keeping();
  act(() => {
    hook.result.current.later("D");
    hook.result.current.later("De");
    hook.result.current.later("Dear");
  });
  await vi.advanceTimersByTimeAsync(399);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(kept).toEqual(["Dear"]);
});

it("typing without a pause is kept every two seconds", async () => {
  const { kept, hook } = keeping();
  for (let letter = 1; letter <= 25; letter += 1) {
    act(() => hook.result.current.later(`${letter}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(kept).toEqual(["20"]);
});

it("leaving the screen keeps at once", async () => {
  const { kept, hook } = keeping();
  act(() => hook.result.current.later("half a word"));
  hook.unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toEqual(["half a word"]);
});

it("locking keeps whatever still waits", async () => {
  const { kept, hook } = keeping();
  act(() => hook.result.current.later("before the lock"));
  await flushKept();
  expect(kept).toEqual(["before the lock"]);
});

it("what was forgotten is not kept", async () => {
  const { kept, hook } = keeping();
  act(() => {
    hook.result.current.later("discarded");
    hook.result.current.forget();
  });
  hook.unmount();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kept).toEqual([]);
});

it("one keeping waits for the one before it", async () => {
  const order: string[] = [];
  const hook = renderHook(() =>
    useKeep(async (value: string) => {
      order.push(`begin ${value}`);
      await new Promise((done) => setTimeout(done, 1000));
      order.push(`end ${value}`);
    }, 10),
  );
  act(() => hook.result.current.later("one"));
  await vi.advanceTimersByTimeAsync(20);
  act(() => hook.result.current.later("two"));
  await vi.advanceTimersByTimeAsync(3000);
  expect(order).toEqual(["begin one", "end one", "begin two", "end two"]);
});
