/** The frame of every screen: the places on the left, search above, the screen in the middle. */
import { FolderOpen, Lock, type LucideIcon, Plus, Search, Settings } from "lucide-react";
import { useState } from "react";
import { useAct } from "../backend/call";
import type { Home } from "../backend/generated/Home";
import { flushKept } from "../backend/keep";
import { Keys } from "../widgets/Keys";
import { Notice } from "../widgets/Notice";
import { PageMain } from "../widgets/PageMain";
import { TopBarProvider, TopBarSlot } from "../widgets/TopBar";
import { words } from "../words/en-GB";
import { actions } from "./actions";
import "./frame.css";
import { KeysPage } from "./KeysPage";
import { Palette } from "./palette";
import { go, goBack, goForward, type Place, toHash, usePlace } from "./places";
import { screenAt } from "./screens";
import { Shortcuts, useOffer } from "./shortcuts";

type FrameProps = { home: Home; madeUp: boolean; onLocked: () => void };

export function Frame(props: FrameProps) {
  return (
    <Shortcuts>
      <FrameInside {...props} />
    </Shortcuts>
  );
}

type Over = "palette" | "keys" | null;

function FrameInside({ home, madeUp, onLocked }: FrameProps) {
  const place = usePlace();
  const [over, setOver] = useState<Over>(null);
  const { run: callLock } = useAct("casebook_lock", { onDone: onLocked });
  const lock = () => void flushKept().then(() => callLock({}));

  useOffer({
    newCase: () => go({ at: "newCase" }),
    cases: () => go({ at: "cases" }),
    settings: () => go({ at: "settings", part: "organisation" }),
    palette: () => setOver("palette"),
    keys: () => setOver("keys"),
    back: goBack,
    forward: goForward,
    lock,
  });

  return (
    <TopBarProvider>
      <div className="frame">
        <button type="button" className="skip unseen" onClick={skipToPage}>
          {words.frame.skip}
        </button>
        <SideBar place={place} home={home} onLock={lock} />
        <header className="topbar">
          <TopBarSlot />
          <button type="button" className="topbar__search" onClick={() => setOver("palette")}>
            <Search size={16} aria-hidden="true" />
            <span>{words.frame.search}</span>
            <Keys keys={actions.palette.keys ?? ""} />
          </button>
        </header>
        <PageMain key={toHash(screenOf(place))}>
          {madeUp && <p className="page__made-up">{`${words.frame.madeUp}. ${words.frame.madeUpHelp}`}</p>}
          {home.readOnly !== null && (
            <div className="page__band">
              <Notice tone="care" title={words.frame.readOnly}>
                <p>{home.readOnly}</p>
              </Notice>
            </div>
          )}
          {screenAt(place, home)}
        </PageMain>
        <Palette isOpen={over === "palette"} onClose={() => setOver(null)} />
        <KeysPage isOpen={over === "keys"} onClose={() => setOver(null)} />
      </div>
    </TopBarProvider>
  );
}

function skipToPage() {
  document.getElementById("page")?.focus();
}

/** Another tab of a case or part of the settings is the same screen. */
const screenOf = (place: Place): Place => {
  if (place.at === "case") return { ...place, tab: "overview" };
  if (place.at === "settings") return { ...place, part: "organisation" };
  return place;
};

type SideBarProps = { place: Place; home: Home; onLock: () => void };

function SideBar({ place, home, onLock }: SideBarProps) {
  const isCases = place.at === "cases" || place.at === "case" || place.at === "letter";
  return (
    <nav className="sidebar" aria-label={words.frame.places}>
      <p className="sidebar__name" title={home.organisation}>
        <span className="sidebar__sign" aria-hidden="true" />
        <span className="sidebar__label">{words.productShort}</span>
      </p>
      <PlaceLink
        to={{ at: "newCase" }}
        icon={Plus}
        name={words.frame.newCase}
        keys={actions.newCase.keys}
        isHere={place.at === "newCase"}
        isNew
      />
      <PlaceLink
        to={{ at: "cases" }}
        icon={FolderOpen}
        name={words.frame.cases}
        isHere={isCases}
        count={home.openCases}
        countName={words.frame.openCases(home.openCases)}
      />
      <div className="sidebar__foot">
        <PlaceLink
          to={{ at: "settings", part: "organisation" }}
          icon={Settings}
          name={words.frame.settings}
          isHere={place.at === "settings"}
        />
        <button type="button" className="place" onClick={onLock}>
          <Lock size={18} aria-hidden="true" />
          <span className="sidebar__label">{words.frame.lock}</span>
          <Keys keys={actions.lock.keys ?? ""} isQuiet />
        </button>
      </div>
    </nav>
  );
}

type PlaceLinkProps = {
  to: Place;
  icon: LucideIcon;
  name: string;
  keys?: string | undefined;
  isHere: boolean;
  isNew?: boolean;
  count?: number;
  countName?: string;
};

function PlaceLink({ to, icon: Icon, name, keys, isHere, isNew = false, count = 0, countName }: PlaceLinkProps) {
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
      {keys !== undefined && <Keys keys={keys} isQuiet />}
      {count > 0 && (
        <span className="place__count">
          <span aria-hidden="true">{count}</span>
          <span className="unseen">, {countName}</span>
        </span>
      )}
    </a>
  );
}
