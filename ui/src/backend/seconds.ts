/** Counting down. */
import { useEffect, useState } from "react";

/** Seconds left of a wait that began with `since`; counted anew whenever that is another. */
export function useSecondsLeft(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (since === undefined || seconds <= 0) {
      setLeft(0);
      return undefined;
    }
    setLeft(seconds);
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return left;
}
