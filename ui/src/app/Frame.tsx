/** The frame of every screen: the places on the left, search above, the screen in the middle. */
import { Search } from "lucide-react";
import { useState } from "react";
import { useAct } from "../backend/call";
import type { Home } from "../backend/generated/Home";
import { flushKept } from "../backend/keep";
import { RuleEntry } from "../screens/help/RuleEntry";
import { Keys } from "../widgets/Keys";
import { useWindowMatches } from "../widgets/media";
import { PageMain } from "../widgets/PageMain";
import { RuleBook } from "../widgets/Rule";
import { TopBarProvider, TopBarSlot } from "../widgets/TopBar";
import { words } from "../words/en-GB";
import { actions } from "./actions";
import { changeDevice, useDevice } from "./device";
import "./frame.css";
import { KeysPage } from "./KeysPage";
import { Palette } from "./palette";
import { go, goBack, goForward, type Place, toHash, usePlace } from "./places";
import { SideBar } from "./SideBar";
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
  const { isRail } = useDevice();
  const isTight = useWindowMatches("(max-width: 860px)");
  const turnRail = (rail: boolean) => changeDevice({ isRail: rail });

  useOffer({
    newCase: () => go({ at: "newCase" }),
    today: () => go({ at: "today" }),
    cases: () => go({ at: "cases" }),
    letters: () => go({ at: "letters", part: "ready" }),
    registers: () => go({ at: "registers", register: "systems" }),
    reports: () => go({ at: "reports" }),
    settings: () => go({ at: "settings", part: "organisation" }),
    help: () => go({ at: "help", rule: "" }),
    palette: () => setOver("palette"),
    keys: () => setOver("keys"),
    back: goBack,
    forward: goForward,
    lock,
    sideBar: () => turnRail(!isRail),
  });

  return (
    <RuleBook value={RuleEntry}>
      <TopBarProvider>
        <div className="frame" data-rail={isRail || isTight || undefined} data-tight={isTight || undefined}>
          <button type="button" className="skip unseen" onClick={skipToPage}>
            {words.frame.skip}
          </button>
          <SideBar place={place} home={home} isRail={isRail} onRail={turnRail} onLock={lock} />
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
            {screenAt(place, home)}
          </PageMain>
          <Palette isOpen={over === "palette"} onClose={() => setOver(null)} />
          <KeysPage isOpen={over === "keys"} onClose={() => setOver(null)} />
        </div>
      </TopBarProvider>
    </RuleBook>
  );
}

function skipToPage() {
  document.getElementById("page")?.focus();
}

/** Another tab of a case or part of the settings is the same screen. */
const screenOf = (place: Place): Place => {
  if (place.at === "case") return { ...place, tab: "overview" };
  if (place.at === "registers") return { ...place, register: "systems" };
  if (place.at === "help") return { ...place, rule: "" };
  if (place.at === "settings") return { ...place, part: "organisation" };
  return place;
};
