/** Commands of the pretend core: backups, bringing one back, the passphrase, the recovery sheet. */
import type { BackupStatus } from "../generated/BackupStatus";
import { type Handlers, invalid, type World } from "./world";

export function safetyHandlers(world: World) {
  let status: BackupStatus = {
    folder: null,
    sentence: "No backup is made: there is no backup folder. If this disk fails, every case is lost.",
    lastMade: null,
    problem: null,
    warning: null,
    isDue: false,
    isOverdue: true,
  };
  const say = (change: Partial<BackupStatus>) => {
    status = { ...status, ...change };
    return { value: status, topics: [{ of: "safety" as const }] };
  };
  return {
    backup_status: () => ({ value: status }),
    backup_choose_folder: () =>
      say({
        folder: "/media/stick/casebook",
        sentence: "No backup has been made yet.",
        isDue: true,
      }),
    backup_now: () =>
      say({
        sentence: "The last backup was made on 22 November 2026, 14:03 and read back. It holds everything.",
        lastMade: "22 November 2026, 14:03",
        isDue: false,
        isOverdue: false,
      }),
    backup_inspect: () => ({
      value: {
        backups: [
          {
            snapshot: "20261122-1403-17Z",
            made: "22 November 2026, 14:03",
            holds: "412 entries, 9 documents",
            problem: null,
          },
          {
            snapshot: "20261121-1700-02Z",
            made: "21 November 2026, 17:00",
            holds: "",
            problem: "The backup is not complete: 20261121-1700-02Z/manifest.json is missing. Nothing was changed.",
          },
        ],
      },
    }),
    casebook_restore: () => {
      world.gate = "open";
      const value = { state: world.gate, problem: null, madeUp: false, wasLocked: false };
      return { value, topics: [{ of: "gate" }] };
    },
    passphrase_suggest: () => ({ value: { passphrase: "anchor-muffin-quartz-saddle-tulip-wander" } }),
    passphrase_change: ({ current, new: fresh, again }) => {
      if (current !== world.passphrase) invalid("current", "This is not the passphrase in force. Nothing was changed.");
      if (fresh !== again) invalid("again", "The two are not the same. Type the passphrase again.");
      world.passphrase = fresh;
      return { value: { sentence: "The passphrase was changed." }, topics: [{ of: "gate" }] };
    },
    recovery_save_sheet: ({ typed }) => {
      if (typed.trim().toLowerCase() !== "paper") invalid("typed", "Type the word paper.");
      return { value: { fileName: "Recovery key.pdf", sha256: "00" } };
    },
  } satisfies Handlers;
}
