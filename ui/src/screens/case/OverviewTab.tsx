/** Who is in the case, what is to be done, what came in, and the dates that matter besides the last day. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ClockView } from "../../backend/generated/ClockView";
import { Button } from "../../widgets/Button";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import type { Dialogs } from "./CaseDialogs";
import { Earlier } from "./Earlier";
import { Links, Notes, Tasks } from "./Papers";
import { Party } from "./Party";

type OverviewTabProps = { view: CaseView; onOpen: (dialog: Dialogs) => void };

export function OverviewTab({ view, onOpen }: OverviewTabProps) {
  const { people } = words;
  return (
    <div className="overview">
      <section aria-label={words.case.people}>
        <div className="part-head">
          <h2 className="part-title">{words.case.people}</h2>
          <Button kind="plain" onPress={() => onOpen({ show: "addParty" })}>
            {people.add}
          </Button>
        </div>
        <div className="stack stack--tight">
          {view.parties.map((party) => (
            <Party key={party.party} party={party} onOpen={onOpen} />
          ))}
        </div>
      </section>
      <Tasks view={view} onOpen={onOpen} />
      <Came text={view.requestText} note={view.requestNote} />
      <Earlier view={view} />
      <Notes view={view} onOpen={onOpen} />
      <Links view={view} onOpen={onOpen} />
      {view.clocks.map((clock) => (
        <Dates key={clock.right} clock={clock} isOneOfMany={view.clocks.length > 1} />
      ))}
    </div>
  );
}

const longText = 900;

function Came({ text, note }: { text: string; note: string }) {
  const [isWhole, setWhole] = useState(false);
  const { case: said } = words;
  const isLong = text.length > longText || text.split("\n").length > 12;
  return (
    <section aria-label={said.came}>
      <h2 className="part-title part-head">{said.came}</h2>
      <div className="stack stack--tight">
        {note !== "" && <Notice tone="care">{note}</Notice>}
        {text === "" ? (
          <p className="quiet">{said.cameGone}</p>
        ) : (
          <div className={isLong && !isWhole ? "came came--cut" : "came"}>
            <p className="came__text">{text}</p>
          </div>
        )}
        {isLong && (
          <div>
            <Button kind="plain" onPress={() => setWhole(!isWhole)} isExpanded={isWhole}>
              {isWhole ? said.showLess : said.showAll}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Dates({ clock, isOneOfMany }: { clock: ClockView; isOneOfMany: boolean }) {
  const { clock: said } = words;
  const dates = [
    { name: said.target, day: clock.targetOn },
    { name: said.postByFirst, day: clock.postByFirst },
    { name: said.postBySecond, day: clock.postBySecond },
    { name: said.dueInitial, day: clock.dueInitial },
    { name: said.dueFinal, day: clock.dueFinal === clock.dueInitial ? null : clock.dueFinal },
  ];
  const known = dates.flatMap(({ name, day }) => (day === null ? [] : [{ name, day }]));
  if (known.length === 0) return null;
  const title = isOneOfMany ? said.datesOf(clock.rightWords) : said.dates;
  return (
    <section aria-label={title}>
      <h2 className="part-title part-head">{title}</h2>
      <dl className="facts card">
        {known.map(({ name, day }) => (
          <div key={name} className="facts__one">
            <dt>{name}</dt>
            <dd>{words.dates.long(day)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
