/** British English for everything React Aria says or formats, whatever the system's language is. */
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";

export function Locale({ children }: { children: ReactNode }) {
  return <I18nProvider locale="en-GB">{children}</I18nProvider>;
}
