/** Settings: of the casebook, and of this device. */
import type { ReactNode } from "react";
import { type SettingsPart, settingsParts, shift } from "../../app/places";
import { Tabs } from "../../widgets/Tabs";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { DevicePart } from "./DevicePart";
import { LogoPart } from "./LogoPart";
import { SafetySection } from "./SafetySection";
import { SettingsForm } from "./SettingsForm";

function contentOf(part: SettingsPart): ReactNode {
  switch (part) {
    case "device":
      return <DevicePart />;
    case "logo":
      return <LogoPart />;
    case "safety":
      return <SafetySection />;
    default:
      return <SettingsForm parts={[part]} submit={words.settings.save} />;
  }
}

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
        isSide
        selected={part}
        onSelect={(chosen) => shift({ at: "settings", part: chosen })}
        tabs={settingsParts.map((one) => ({
          id: one,
          name: settings.parts[one],
          content: contentOf(one),
        }))}
      />
    </div>
  );
}
