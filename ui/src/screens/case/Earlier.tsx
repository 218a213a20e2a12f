/** Where this person was met before: the same person, and people who look alike, until the DPO says who they are. */
import { go, toHash } from "../../app/places";
import { useRead } from "../../backend/call";
import type { AlikeRow } from "../../backend/generated/AlikeRow";
import type { CaseView } from "../../backend/generated/CaseView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { ProblemNotice } from "../../widgets/Problems";
import { Status } from "../../widgets/Status";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

export function Earlier({ view }: { view: CaseView }) {
  const { answer, problem } = useRead("case_earlier", { case: view.case });
  const announce = useAnnounce();
  const subject = view.parties.find(({ role }) => role === "subject") ?? view.parties[0];
  const identify = useCaseAct("person_identify", view, () => announce(words.common.saved));
  const { earlier } = words;
  const wrong = problem ?? identify.problem;
  return (
    <section aria-label={earlier.title}>
      <h2 className="part-title part-head">{earlier.title}</h2>
      <div className="stack stack--tight">
        {wrong !== undefined && <ProblemNotice problem={wrong} />}
        {answer !== undefined && answer.lastAnswer !== "" && (
          <Callout is="advisory" rule="REPEAT-1">
            {answer.lastAnswer}
          </Callout>
        )}
        {answer?.rows.length === 0 && <p className="quiet">{earlier.none}</p>}
        {answer !== undefined && answer.rows.length > 0 && (
          <AlikeList
            name={earlier.title}
            rows={answer.rows}
            more={answer.more}
            onSame={
              subject === undefined ? undefined : (row) => identify.run({ party: subject.party, person: row.person })
            }
          />
        )}
      </div>
    </section>
  );
}

type AlikeListProps = {
  name: string;
  rows: readonly AlikeRow[];
  more: number;
  onSame: ((row: AlikeRow) => void) | undefined;
};

/** The same list stands beside a new case while its name is typed. */
export function AlikeList({ name, rows, more, onSame }: AlikeListProps) {
  const { earlier } = words;
  return (
    <>
      <ul className="lines" aria-label={name}>
        {rows.map((row) => (
          <li key={`${row.case} ${row.party}`} className="alike">
            <div className="alike__what">
              <Opened row={row} />
              <span className="quiet small">{row.summary}</span>
              <span className="small">
                {row.isSame ? earlier.isSame : `${earlier.alike}: ${row.why}`}, {row.roleWords}
              </span>
            </div>
            <Status urgency={row.urgency}>{row.statusWords}</Status>
            {!row.isSame && onSame !== undefined && (
              <Button kind="second" name={earlier.sameOf(row.who, row.reference)} onPress={() => onSame(row)}>
                {earlier.same}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(more > 0 || rows.some((row) => !row.isSame)) && (
        <p className="small quiet">
          {more > 0 && earlier.more(more)} {rows.some((row) => !row.isSame) && earlier.onlyYou}
        </p>
      )}
    </>
  );
}

function Opened({ row }: { row: AlikeRow }) {
  const place = { at: "case", case: row.case, tab: "overview" } as const;
  return (
    <a
      href={toHash(place)}
      className="alike__open"
      onClick={(event) => {
        event.preventDefault();
        go(place);
      }}
    >
      {row.who} <span className="case__reference">{row.reference}</span>
    </a>
  );
}
