/** Who is in the case, what came in, and the dates that matter besides the last day. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ClockView } from "../../backend/generated/ClockView";
import type { PartyView } from "../../backend/generated/PartyView";
import { Button } from "../../widgets/Button";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";

type OverviewTabProps = { view: CaseView; onEdit: (party: string) => void };

export function OverviewTab({ view, onEdit }: OverviewTabProps) {
  return (
    <div className="overview">
      <section aria-label={words.case.people}>
        <h2 className="eyebrow part-head">{words.case.people}</h2>
        <div className="stack">
          {view.parties.map((party) => (
            <Party key={party.party} party={party} onEdit={() => onEdit(party.party)} />
          ))}
        </div>
      </section>
      <Came text={view.requestText} note={view.requestNote} />
      {view.clocks.map((clock) => (
        <Dates key={clock.right} clock={clock} />
      ))}
    </div>
  );
}

function Party({ party, onEdit }: { party: PartyView; onEdit: () => void }) {
  const { case: said } = words;
  return (
    <div className="party card">
      <div>
        <p className="party__name">{party.name}</p>
        <p className="quiet small">{party.roleWords}</p>
        {party.address.length > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of an address is its place
          party.address.map((line, index) => <p key={index}>{line}</p>)
        ) : (
          <p className="quiet">{`${said.noAddress}. ${said.addressAsk}`}</p>
        )}
      </div>
      <dl className="facts party__reach">
        {party.salutation !== "" && (
          <>
            <dt>{said.salutation}</dt>
            <dd>{party.salutation}</dd>
          </>
        )}
        {party.email !== "" && (
          <>
            <dt>{said.email}</dt>
            <dd>{party.email}</dd>
          </>
        )}
        {party.phone !== "" && (
          <>
            <dt>{said.phone}</dt>
            <dd>{party.phone}</dd>
          </>
        )}
      </dl>
      <Button kind="plain" name={said.editOf(party.name)} onPress={onEdit}>
        {said.edit}
      </Button>
      {party.addressProblems.length > 0 && (
        <div className="party__problem">
          <Notice tone="care" title={words.party.onEnvelope}>
            <ul>
              {party.addressProblems.map((problem) => (
                <li key={`${problem.line} ${problem.sentence}`}>{problem.sentence}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
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
      <h2 className="eyebrow part-head">{said.came}</h2>
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

function Dates({ clock }: { clock: ClockView }) {
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
  return (
    <section aria-label={said.dates}>
      <h2 className="eyebrow part-head">{said.dates}</h2>
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
