/** Tells the core that the DPO is there, so that it does not lock under their hands while nothing needs asking. */
import { useEffect } from "react";
import { useBackend } from "./call";

/** Often enough for the shortest setting of a minute, and no burden for the core. */
const pause = 5_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

export function useActivity(): void {
  const backend = useBackend();
  useEffect(() => {
    let told = Number.NEGATIVE_INFINITY;
    const tell = () => {
      const now = performance.now();
      if (now - told < pause) return;
      told = now;
      // If it cannot be told, the casebook locks a little early.
      void backend.call("activity_note", {}).catch(() => undefined);
    };
    const options = { capture: true, passive: true };
    for (const sign of signs) window.addEventListener(sign, tell, options);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, options);
    };
  }, [backend]);
}
