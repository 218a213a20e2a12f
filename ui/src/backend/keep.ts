/** Keeping what is typed: soon after each pause, and at once before the casebook locks. */
import { useCallback, useEffect, useRef } from "react";

const waiting = new Set<() => Promise<unknown>>();

/** Keeps everything that still waits for a pause in typing. */
export async function flushKept(): Promise<void> {
  await Promise.allSettled([...waiting].map((flush) => flush()));
}

/**
 * A function that keeps a value `delay` milliseconds after the last change, one at a time and in order. Leaving the
 * screen keeps it at once. The second function forgets what waits.
 */
export function useKeep<T>(keep: (value: T) => Promise<unknown>, delay: number) {
  const latest = useRef(keep);
  latest.current = keep;
  const state = useRef<{ value?: { it: T }; timer?: ReturnType<typeof setTimeout>; under: Promise<unknown> }>({
    under: Promise.resolve(),
  });

  const flush = useCallback((): Promise<unknown> => {
    const now = state.current;
    clearTimeout(now.timer);
    waiting.delete(flush);
    if (now.value !== undefined) {
      const { it } = now.value;
      delete now.value;
      now.under = now.under.then(() => latest.current(it)).catch(() => undefined);
    }
    return now.under;
  }, []);

  const later = useCallback(
    (value: T) => {
      const now = state.current;
      now.value = { it: value };
      clearTimeout(now.timer);
      now.timer = setTimeout(() => void flush(), delay);
      waiting.add(flush);
    },
    [delay, flush],
  );

  const forget = useCallback(() => {
    clearTimeout(state.current.timer);
    delete state.current.value;
    waiting.delete(flush);
  }, [flush]);

  useEffect(() => () => void flush(), [flush]);
  return { later, flush, forget };
}
