/** Settings: of the casebook, and of this device. */
import { type SettingsPart, settingsParts, shift } from "../../app/places";
import { Tabs } from "../../widgets/Tabs";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { DevicePart } from "./DevicePart";
import { SettingsForm } from "./SettingsForm";

export function SettingsScreen({ part, version }: { part: SettingsPart; version: string }) {
  const { settings } = words;
  return (
    <div className="screen screen--text">
      <TopBar>
        <h1>{settings.title}</h1>
        <span className="quiet">{settings.version(version)}</span>
      </TopBar>
      <Tabs
        name={settings.title}
        keepsAll
        selected={part}
        onSelect={(chosen) => shift({ at: "settings", part: chosen })}
        tabs={settingsParts.map((one) => ({
          id: one,
          name: settings.parts[one],
          content: one === "device" ? <DevicePart /> : <SettingsForm parts={[one]} submit={settings.save} />,
        }))}
      />
    </div>
  );
}
