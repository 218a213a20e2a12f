/** Commands of the pretend core: one case. */
import { words } from "../../words/en-GB";
import { caseView, event } from "./cases";
import { changedCase, findCase, type Handlers, invalid, refuse, sameVersion, type World } from "./world";

const askedLate = { rule: "TIME-5", sentence: "It was not asked for on the day of receipt: the days before count." };

export function caseHandlers(world: World) {
  return {
    case_read: ({ case: id }) => ({ value: caseView(findCase(world, id), world.today) }),
    case_record: ({ case: id, version, what, on, text, level }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      const { name, needsText } = words.happenings[what];
      if (needsText && text.trim() === "") invalid("text", `Write it down: ${name.toLowerCase()}.`);
      if (on > world.today) refuse("REC-1", "That day has not come yet.", "Enter the day on which it happened.");
      if (what === "identityAsked" || what === "clarificationAsked") {
        of.waitingSince = on;
        of.waitingFor = what === "identityAsked" ? "identity" : "clarification";
      } else if (what !== "noteWritten") {
        of.waitingSince = null;
        of.waitingFor = null;
      }
      if (what === "answeredOutside" || what === "withdrawn") of.answeredOn = on;
      of.history.push(event(on, what, `${name}.`, text));
      if (level !== null) of.identity = `Shown on ${words.dates.plain(on)}: ${words.levels[level].name.toLowerCase()}.`;
      const changed = changedCase(world, of);
      if (what === "identityAsked" && on > of.receivedOn) changed.value.advisories.push(askedLate);
      return changed;
    },
    party_change: ({ case: id, version, name, salutation, address, email, phone }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (name.trim() === "") invalid("name", "Give the name of the person.");
      Object.assign(of, { name, salutation, address, email, phone });
      of.history.push(event(world.today, "party.changed", "Name or address was changed."));
      return changedCase(world, of);
    },
    case_close: ({ case: id, version, resolution, reason }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (resolution === "answered" && of.answeredOn === null) {
        refuse("TIME-15", "No answer has been sent.", "Send the answer and record it, or say how else the case ended.");
      }
      if (resolution !== "answered" && reason.trim() === "")
        invalid("reason", "Say why the case ends without an answer.");
      of.resolution = words.resolutions[resolution].name.toLowerCase();
      of.history.push(event(world.today, "case.closed", `Case closed: ${of.resolution}.`));
      return changedCase(world, of);
    },
    case_reopen: ({ case: id, version, reason }) => {
      const of = findCase(world, id);
      sameVersion(of, version);
      if (reason.trim() === "") invalid("reason", "Say why the case is opened again.");
      of.resolution = null;
      of.history.push(event(world.today, "case.reopened", "Case opened again."));
      return changedCase(world, of);
    },
    case_export_preview: ({ case: id, audience }) => {
      const of = findCase(world, id);
      const isSubject = audience === "subject";
      const value = {
        goes: [of.history.length === 1 ? "1 entry of the history" : `${of.history.length} entries of the history`],
        stays: isSubject ? ["1 text, withheld: it is about somebody else"] : [],
        hasLegalAdvice: true,
        texts: isSubject ? [{ entry: 2, sentence: "Note written.", text: "Rang; no reply." }] : [],
      };
      return { value };
    },
    case_export: ({ case: id, reason, wrapping }) => {
      const of = findCase(world, id);
      if (reason.trim() === "") invalid("reason", "Say for whom and why.");
      of.history.push(event(world.today, "case.exported", "History exported."));
      const isEncrypted = wrapping === "encrypted";
      const value = {
        name: `${of.reference}-history${isEncrypted ? ".zip" : ""}`,
        files: 11,
        manifestSha256: "c0ffee00112233445566778899aabbccddeeff00112233445566778899aabbcc",
        passphrase: isEncrypted ? "acorn-bridge-candle-dolphin-ember-fiddle-garlic-harbour" : null,
        opensWith: isEncrypted ? "It opens with 7-Zip or WinZip and this passphrase." : "",
        checked: "Every file was read back and is as written; the history verifies.",
      };
      return { value, topics: [{ of: "case", case: of.id }] };
    },
  } satisfies Handlers;
}
