/** The screen of each place: one line a place. */
import type { ReactElement } from "react";
import type { Home } from "../backend/generated/Home";
import { CaseScreen } from "../screens/case/CaseScreen";
import { CasesScreen } from "../screens/cases/CasesScreen";
import { HelpScreen } from "../screens/help/HelpScreen";
import { LetterScreen } from "../screens/letter/LetterScreen";
import { NewCaseScreen } from "../screens/new-case/NewCaseScreen";
import { RegistersScreen } from "../screens/registers/RegistersScreen";
import { ReportsScreen } from "../screens/reports/ReportsScreen";
import { SettingsScreen } from "../screens/settings/SettingsScreen";
import { TodayScreen } from "../screens/today/TodayScreen";
import { TrayScreen } from "../screens/tray/TrayScreen";
import type { Place, PlaceAt } from "./places";

type Draw<P extends Place> = (place: P, home: Home) => ReactElement;

const screens: { [A in Place["at"]]: Draw<PlaceAt<A>> } = {
  today: () => <TodayScreen />,
  cases: () => <CasesScreen />,
  newCase: () => <NewCaseScreen />,
  case: (place, home) => <CaseScreen case={place.case} tab={place.tab} today={home.today} />,
  letter: (place, home) => <LetterScreen letter={place.letter} today={home.today} />,
  letters: (place, home) => <TrayScreen part={place.part} today={home.today} />,
  registers: (place, home) => <RegistersScreen register={place.register} today={home.today} />,
  reports: (_, home) => <ReportsScreen today={home.today} />,
  help: (place) => <HelpScreen key={place.rule} rule={place.rule} />,
  settings: (place, home) => <SettingsScreen part={place.part} version={home.version} />,
};

export function screenAt(place: Place, home: Home): ReactElement {
  // The table pairs each place with its own screen, which the compiler cannot follow through a union.
  return (screens[place.at] as Draw<Place>)(place, home);
}
