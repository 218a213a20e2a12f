/** Commands of the pretend core: the gate, the first run and home. */
import { words } from "../../words/en-GB";
import { Problem } from "../backend";
import { type Handlers, invalid, type World } from "./world";

export function gateHandlers(world: World) {
  const gateStatus = () => ({
    state: world.gate,
    problem: null,
    madeUp: world.cases.length > 0,
    wasLocked: world.wasLocked,
  });
  const home = () => ({
    setup: world.setup,
    organisation: world.settings.organisation.name,
    today: world.today,
    todayWords: words.dates.long(world.today),
    version: "0.1.0",
    openCases: world.cases.filter((one) => one.resolution === null).length,
    lettersToSend: 0,
  });
  const recoveryKey = () => ({
    groups: ["K7QW", "M3HD", "9RTV", "XB2F", "J6NP", "4CYS", "G8ZK", "W5LA", "3E"],
    ask: [3, 7],
  });
  return {
    gate_status: () => ({ value: gateStatus() }),
    passphrase_judge: ({ passphrase }) => {
      const accepted = passphrase.length >= 14 && passphrase.trim().split(/\s+/).length >= 3;
      const sentence = accepted
        ? "Strong: guessing it would take longer than anyone has."
        : "Too easy to guess. Add another word that does not belong to the others.";
      return { value: { accepted, sentence } };
    },
    casebook_create: ({ passphrase, again }) => {
      if (passphrase.length < 14) invalid("passphrase", "Choose a longer passphrase: at least fourteen characters.");
      if (passphrase !== again) invalid("again", "The second passphrase differs from the first. Type it again.");
      world.passphrase = passphrase;
      world.gate = "open";
      return { value: recoveryKey(), topics: [{ of: "gate" }] };
    },
    casebook_unlock: ({ passphrase, recoveryKey: key }) => {
      const typed = (key ?? "").replace(/[\s-]/g, "").toUpperCase();
      if (passphrase !== world.passphrase && typed !== recoveryKey().groups.join("")) {
        throw new Problem({
          kind: "wrongPassphrase",
          message: "Check capital letters and the keyboard layout, then type it again.",
          waitSeconds: 0,
        });
      }
      world.gate = "open";
      return { value: gateStatus(), topics: [{ of: "gate" }] };
    },
    casebook_lock: () => {
      world.gate = "locked";
      world.wasLocked = true;
      return { value: gateStatus(), topics: [{ of: "gate" }] };
    },
    activity_note: () => ({ value: {} }),
    drafts_kept: () => ({ value: {} }),
    home_read: () => ({ value: home() }),
    recovery_renew: () => ({ value: recoveryKey() }),
    recovery_confirm: ({ groups }) => {
      const key = recoveryKey();
      for (const [place, number] of key.ask.entries()) {
        if ((groups[place] ?? "").trim().toUpperCase() !== key.groups[number - 1]) {
          invalid(`groups.${place}`, `Group ${number} is not as shown. Look at your paper and type it again.`);
        }
      }
      world.setup = "organisation";
      return { value: home(), topics: [{ of: "gate" }] };
    },
  } satisfies Handlers;
}
