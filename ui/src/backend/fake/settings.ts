/** Commands of the pretend core: the settings. */
import { Problem } from "../backend";
import type { Handlers, World } from "./world";

export function settingsHandlers(world: World) {
  return {
    settings_read: () => ({ value: structuredClone(world.settings) }),
    settings_save: (request) => {
      const fields = [];
      if (request.organisation.name.trim() === "") {
        fields.push({ field: "organisation.name", message: "Give the registered name of the organisation." });
      }
      if (!/^[A-Z0-9]{8}$/i.test(request.organisation.companyNumber)) {
        fields.push({ field: "organisation.companyNumber", message: "A company number has eight characters." });
      }
      if (fields.length > 0) throw new Problem({ kind: "invalid", fields });
      const { confirmed } = request.regulator;
      world.settings = structuredClone({ ...request, revision: world.settings.revision + 1 });
      if (confirmed) world.settings.regulator.confirmedOn = world.today;
      world.setup = "done";
      return { value: structuredClone(world.settings), topics: [{ of: "settings" }, { of: "gate" }] };
    },
  } satisfies Handlers;
}
