/** Commands of the pretend core: a new case and what is kept while typing. */
import { words } from "../../words/en-GB";
import { openCase } from "./cases";
import { fakeClock } from "./clock";
import { changedCase, type Handlers, invalid, newId, type World } from "./world";

export function intakeHandlers(world: World) {
  return {
    draft_read: ({ form }) => ({ value: { body: world.drafts.get(form) ?? "" } }),
    draft_keep: ({ form, body }) => {
      world.drafts.set(form, body);
      return { value: {} };
    },
    intake_preview: ({ receivedOn, text, rights }) => {
      const advisories = text.includes("\u200b") ? ["The text holds characters that cannot be seen."] : [];
      if (receivedOn === null) return { value: { clocks: [], problem: null, advisories } };
      if (receivedOn > world.today) {
        return { value: { clocks: [], problem: "That day has not come yet.", advisories } };
      }
      const clock = fakeClock({ receivedOn, waitingSince: null, answeredOn: null, isClosed: false }, world.today);
      const clocks = rights.map((right) => ({ ...clock, right, rightWords: words.rights[right] }));
      return { value: { clocks, problem: null, advisories } };
    },
    request_receive: (request) => {
      if (request.askedBy?.name.trim() === "") invalid("askedBy", "Enter the name of whoever asks.");
      if (request.name.trim() === "") invalid("name", "Give the name of the person the data is about.");
      if (request.receivedOn > world.today) invalid("receivedOn", "That day has not come yet.");
      const { samePerson, askedBy, ...rest } = request;
      const opened = openCase(newId(world), 42 + world.cases.length, {
        ...rest,
        ...(samePerson !== null && { person: samePerson }),
      });
      if (askedBy !== null) opened.others.push({ party: newId(world), ...askedBy });
      world.cases.unshift(opened);
      return changedCase(world, opened);
    },
  } satisfies Handlers;
}
