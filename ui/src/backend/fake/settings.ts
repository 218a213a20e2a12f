/** Commands of the pretend core: the settings. */
import { Problem } from "../backend";
import type { LogoView } from "../generated/LogoView";
import type { Handlers, World } from "./world";

export function settingsHandlers(world: World) {
  let logo: LogoView | null = null;
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
      world.settings = structuredClone({
        ...request,
        desk: request.desk ?? world.settings.desk,
        revision: world.settings.revision + 1,
      });
      if (confirmed) world.settings.regulator.confirmedOn = world.today;
      world.setup = "done";
      return { value: structuredClone(world.settings), topics: [{ of: "settings" }, { of: "gate" }] };
    },
    envelope_test_sheet_save: () => ({ value: { fileName: "Envelope test sheet.pdf", sha256: "0".repeat(64) } }),
    logo_read: () => ({ value: { logo: structuredClone(logo) } }),
    logo_choose: () => {
      logo = { blob: `logo/${world.settings.revision}`, width: 480, height: 144 };
      return { value: { logo: structuredClone(logo) }, topics: [{ of: "settings" }] };
    },
    logo_remove: () => {
      logo = null;
      return { value: { logo: null }, topics: [{ of: "settings" }] };
    },
  } satisfies Handlers;
}
