/** The places, on the left: with their names, or as a narrow rail where there is little room or by choice. */
import { Lock, type LucideIcon, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useRead } from "../backend/call";
import type { Home } from "../backend/generated/Home";
import { Keys } from "../widgets/Keys";
import { words } from "../words/en-GB";
import { go, type Place, toHash } from "./places";
import { type Counts, keysOf, sideBar } from "./sidePlaces";

type SideBarProps = {
  place: Place;
  home: Home;
  isRail: boolean;
  onRail: (isRail: boolean) => void;
  onLock: () => void;
};

/** What presses: what is overdue, what is due this week, and answers that came back. */
function useCounts(home: Home): Counts {
  const { answer } = useRead("today_read", {});
  const pressing = answer?.sections.filter(({ key }) => ["overdue", "dueSoon", "returned"].includes(key)) ?? [];
  return { today: pressing.reduce((sum, section) => sum + section.count, 0), letters: home.lettersToSend };
}

export function SideBar({ place, home, isRail, onRail, onLock }: SideBarProps) {
  const counts = useCounts(home);
  const links = (stands: "first" | "middle" | "foot") =>
    sideBar
      .filter((entry) => entry.stands === stands)
      .map((entry) => (
        <PlaceLink
          key={entry.name}
          to={entry.to}
          icon={entry.icon}
          name={entry.name}
          keys={keysOf(entry.action)}
          isHere={entry.holds.includes(place.at)}
          isNew={stands === "first"}
          {...entry.count?.(counts)}
        />
      ));
  const { frame } = words;
  return (
    <nav className="sidebar" aria-label={frame.places}>
      <p className="sidebar__name" title={home.organisation}>
        <span className="sidebar__sign" aria-hidden="true" />
        <span className="sidebar__label">{words.productShort}</span>
      </p>
      {links("first")}
      {links("middle")}
      <div className="sidebar__foot">
        {links("foot")}
        <SideButton icon={Lock} name={frame.lock} keys={keysOf("lock")} onPress={onLock} />
        <div className="sidebar__rail">
          <SideButton
            icon={isRail ? PanelLeftOpen : PanelLeftClose}
            name={isRail ? frame.wide : frame.narrow}
            keys={keysOf("sideBar")}
            onPress={() => onRail(!isRail)}
          />
        </div>
      </div>
    </nav>
  );
}

type SideButtonProps = { icon: LucideIcon; name: string; keys: string | undefined; onPress: () => void };

function SideButton({ icon: Icon, name, keys, onPress }: SideButtonProps) {
  return (
    <button type="button" className="place" onClick={onPress}>
      <Icon size={18} aria-hidden="true" />
      <span className="sidebar__label">{name}</span>
      {keys !== undefined && <Keys keys={keys} isQuiet />}
    </button>
  );
}

type PlaceLinkProps = {
  to: Place;
  icon: LucideIcon;
  name: string;
  keys: string | undefined;
  isHere: boolean;
  isNew: boolean;
  count?: number;
  words?: string;
};

function PlaceLink({ to, icon: Icon, name, keys, isHere, isNew, count = 0, words: counted }: PlaceLinkProps) {
  return (
    <a
      href={toHash(to)}
      className={isNew ? "place place--new" : "place"}
      aria-current={isHere ? "page" : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      <Icon size={18} aria-hidden="true" />
      <span className="sidebar__label">{name}</span>
      {isNew && keys !== undefined && <Keys keys={keys} isQuiet />}
      {count > 0 && (
        <span className="place__count">
          <span aria-hidden="true">{count > 999 ? "999+" : count}</span>
          <span className="unseen">, {counted}</span>
        </span>
      )}
    </a>
  );
}
