/** How far long work has come. The request that starts it carries a name, and its answer comes at the end. */
import { useCallback, useEffect, useState } from "react";
import type { ProgressShown } from "./backend";
import { useBackend } from "./call";

/** A name for long work, to be sent with the request that starts it. */
export const newJob = () => crypto.randomUUID();

/** What was shown last of the work of this name, and how to stop it: its request then answers "cancelled". */
export function useProgress(job: string | undefined) {
  const backend = useBackend();
  const [shown, setShown] = useState<ProgressShown>();
  useEffect(() => {
    if (job === undefined) return undefined;
    return backend.onProgress((heard) => {
      if (heard.job === job) setShown(heard);
    });
  }, [backend, job]);
  const cancel = useCallback(() => {
    // If it has ended meanwhile there is nothing to stop, and its own answer tells how.
    if (job !== undefined) void backend.call("job_cancel", { job }).catch(() => undefined);
  }, [backend, job]);
  return { shown: shown?.job === job ? shown : undefined, cancel };
}
