/** The last step of making a casebook: who writes the letters, who may be complained to, which envelope. */
import { words } from "../../words/en-GB";
import { SettingsForm } from "../settings/SettingsForm";
import { GateSheet, GateSteps } from "./GateSheet";

export function FirstOrganisation() {
  return (
    <GateSheet isWide>
      <GateSteps current={3} />
      <div className="stack stack--tight">
        <h1>{words.firstRun.organisationTitle}</h1>
        <p className="quiet">{words.firstRun.organisationIntro}</p>
      </div>
      <SettingsForm parts={["organisation", "regulator", "envelope"]} submit={words.firstRun.finish} />
    </GateSheet>
  );
}
