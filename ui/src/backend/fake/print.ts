/** Commands of the pretend core: printers, and stopping long work. */
import type { Handlers } from "./world";

export function printHandlers() {
  return {
    print_queues: () => ({ value: { queues: ["Front office", "Post room"], problem: null } }),
    job_cancel: () => ({ value: {} }),
  } satisfies Handlers;
}
