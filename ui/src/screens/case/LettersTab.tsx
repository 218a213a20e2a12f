/** The letters of a case, and the ones that can be begun. */
import { ChevronRight, Mail } from "lucide-react";
import { useState } from "react";
import { go, toHash } from "../../app/places";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LetterRow } from "../../backend/generated/LetterRow";
import type { NextView } from "../../backend/generated/NextView";
import { Button } from "../../widgets/Button";
import { words } from "../../words/en-GB";
import { KindsDialog } from "./KindsDialog";

type LettersTabProps = { view: CaseView; onDo: (next: NextView) => void; isBusy: boolean };

export function LettersTab({ view, onDo, isBusy }: LettersTabProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { case: said } = words;
  const { main, others } = view.next;
  const steps = main === null ? others : [main, ...others];
  const suggested = steps.filter(({ action }) => action === "write");
  return (
    <div className="stack">
      {view.letters.length === 0 ? (
        <div className="stack stack--tight">
          <h2>{said.lettersEmpty}</h2>
          <p className="quiet">{said.lettersEmptyText}</p>
        </div>
      ) : (
        <ul className="lines" aria-label={said.tabs.letters}>
          {view.letters.map((letter) => (
            <li key={letter.letter}>
              <Line letter={letter} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {suggested.map((next) => (
          <Button key={next.kind} kind="second" onPress={() => onDo(next)} isDisabled={isBusy}>
            {next.words}
          </Button>
        ))}
        <Button
          kind={suggested.length === 0 ? "second" : "plain"}
          onPress={() => setIsChoosing(true)}
          isDisabled={isBusy}
        >
          {said.writeLetter}
        </Button>
      </div>
      {isChoosing && <KindsDialog view={view} onClose={() => setIsChoosing(false)} />}
    </div>
  );
}

function Line({ letter }: { letter: LetterRow }) {
  const place = { at: "letter", letter: letter.letter } as const;
  return (
    <a
      className="letter-line"
      href={toHash(place)}
      onClick={(event) => {
        event.preventDefault();
        go(place);
      }}
    >
      <Mail size={18} aria-hidden="true" />
      <span>
        <span className="letter-line__title">{letter.title}</span>{" "}
        <span className="quiet small">{letter.number ?? words.case.draft}</span>
      </span>
      <span className="letter-line__state quiet">{letter.stateWords}</span>
      <span className="letter-line__open">
        {words.case.open} <ChevronRight size={14} aria-hidden="true" />
      </span>
    </a>
  );
}
