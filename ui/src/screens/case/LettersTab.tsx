/** The letters of a case, and the ones that can be begun. */
import { ChevronRight, Mail } from "lucide-react";
import { go, toHash } from "../../app/places";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LetterKindCode } from "../../backend/generated/LetterKindCode";
import type { LetterRow } from "../../backend/generated/LetterRow";
import { Button } from "../../widgets/Button";
import { words } from "../../words/en-GB";

type LettersTabProps = { view: CaseView; onBegin: (kind: LetterKindCode) => void; isBusy: boolean };

export function LettersTab({ view, onBegin, isBusy }: LettersTabProps) {
  const { case: said } = words;
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
      {!view.closed && (
        <div className="row">
          <Button onPress={() => onBegin("L07")} isDisabled={isBusy}>
            {said.begin}
          </Button>
          <Button kind="plain" onPress={() => onBegin("L01")} isDisabled={isBusy}>
            {said.beginAcknowledgement}
          </Button>
        </div>
      )}
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
