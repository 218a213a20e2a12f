/** Keeping what is typed: soon after each pause, and at once before the casebook locks. */
import { useCallback, useEffect, useRef } from "react";

const waiting = new Set<() => Promise<unknown>>();

/** Whoever types without a pause is kept all the same, this often. */
const longestWait = 2000;

/** Keeps everything that still waits for a pause in typing. */
export async function flushKept(): Promise<void> {
  await Promise.allSettled([...waiting].map((flush) => flush()));
}

/**
 * A function that keeps a value `delay` milliseconds after the last change, and two seconds after the first one that is
 * not kept yet; one at a time and in order. Leaving the screen keeps it at once. The second function forgets what waits.
 */
export function useKeep<T>(keep: (value: T) => Promise<unknown>, delay: number) {
  const latest = useRef(keep);
  latest.current = keep;
  const state = useRef<{
    value?: { it: T };
    timer?: ReturnType<typeof setTimeout>;
    since?: number;
    under: Promise<unknown>;
  }>({
    under: Promise.resolve(),
  });

  const flush = useCallback((): Promise<unknown> => {
    const now = state.current;
    clearTimeout(now.timer);
    waiting.delete(flush);
    if (now.value !== undefined) {
      const { it } = now.value;
      delete now.value;
      delete now.since;
      now.under = now.under.then(() => latest.current(it)).catch(() => undefined);
    }
    return now.under;
  }, []);

  const later = useCallback(
    (value: T) => {
      const now = state.current;
      now.value = { it: value };
      now.since ??= performance.now();
      clearTimeout(now.timer);
      const left = now.since + longestWait - performance.now();
      now.timer = setTimeout(() => void flush(), Math.max(0, Math.min(delay, left)));
      waiting.add(flush);
    },
    [delay, flush],
  );

  const forget = useCallback(() => {
    clearTimeout(state.current.timer);
    delete state.current.value;
    delete state.current.since;
    waiting.delete(flush);
  }, [flush]);

  useEffect(() => () => void flush(), [flush]);
  return { later, flush, forget };
}
