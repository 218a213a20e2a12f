/** Parts of one thing, side by side. Arrow keys move between them. */
import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import "./tabs.css";

/** `count` is a number (nothing is shown for 0) or words, as "6 of 7". */
type TabOf<T extends string> = { id: T; name: string; count?: number | string; content: ReactNode };

type TabsProps<T extends string> = {
  name: string;
  tabs: readonly TabOf<T>[];
  selected: T;
  onSelect: (id: T) => void;
  /** Parts one types into stay as they are while another is looked at. */
  keepsAll?: boolean;
  /** The tabs stand in a list at the side; up and down move between them. */
  isSide?: boolean;
  /** What stands beside the tabs. */
  aside?: ReactNode;
};

export function Tabs<T extends string>(props: TabsProps<T>) {
  const { name, tabs, selected, onSelect, keepsAll = false, isSide = false, aside } = props;
  return (
    <AriaTabs
      className={isSide ? "tabs tabs--side" : "tabs"}
      orientation={isSide ? "vertical" : "horizontal"}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const found = tabs.find((tab) => tab.id === key);
        if (found !== undefined && found.id !== selected) onSelect(found.id);
      }}
    >
      <div className="tabs__head">
        <TabList aria-label={name} className="tabs__list">
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tabs__tab">
              {tab.name}
              {tab.count !== undefined && tab.count !== 0 && tab.count !== "" && (
                <span className="tabs__count">{tab.count}</span>
              )}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tabs__panel" shouldForceMount={keepsAll}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
