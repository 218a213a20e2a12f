/** A letter: written on the left, as it prints on the right. */
import { useState } from "react";
import { go, toHash } from "../../app/places";
import { useBlob, useRead } from "../../backend/call";
import type { LetterView } from "../../backend/generated/LetterView";
import type { Urgency } from "../../backend/generated/Urgency";
import { drawPdf } from "../../backend/pdf";
import { Tick } from "../../widgets/Choice";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { Pages } from "../../widgets/Pages";
import { ProblemNotice } from "../../widgets/Problems";
import { Status } from "../../widgets/Status";
import { TopBar, UpLink } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { DraftLetter } from "./DraftLetter";
import { EnvelopeOver } from "./EnvelopeOver";
import { FinalLetter } from "./FinalLetter";
import "./letter.css";

const marks: Record<LetterView["state"], Urgency> = {
  draft: "waiting",
  final: "running",
  printed: "running",
  sent: "done",
  delivered: "done",
  returned: "overdue",
  void: "none",
};

export function LetterScreen({ letter: id, today }: { letter: string; today: string }) {
  const { answer: letter, problem } = useRead("letter_read", { letter: id });
  if (problem !== undefined) {
    return (
      <div className="screen">
        <ProblemNotice problem={problem} />
      </div>
    );
  }
  if (letter === undefined) {
    return (
      <div className="screen">
        <Loading />
      </div>
    );
  }
  const up = { at: "case", case: letter.case, tab: "letters" } as const;
  return (
    <div className="letter">
      <TopBar>
        <UpLink href={toHash(up)} onPress={() => go(up)}>
          {letter.reference}
        </UpLink>
        <h1>{letter.title}</h1>
        <Status urgency={marks[letter.state]}>{letter.stateWords}</Status>
      </TopBar>
      <div className="letter__written">
        {letter.state === "draft" ? (
          <DraftLetter key={letter.letter} letter={letter} />
        ) : (
          <FinalLetter letter={letter} today={today} />
        )}
      </div>
      <Preview letter={letter} />
    </div>
  );
}

function Preview({ letter }: { letter: LetterView }) {
  const [isInEnvelope, setInEnvelope] = useState(false);
  // A draft's pages say so on their face: they never stand in for the frozen ones, not even while these are drawn.
  const sheets = letter.state === "draft" ? "draft" : "frozen";
  const { bytes, problem } = useBlob(letter.blob, `${letter.state} ${letter.revision}`, sheets);
  return (
    <div className="letter__pages">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {letter.blob === "" && <Notice tone="care">{words.letter.cannotDraw}</Notice>}
      <Pages
        name={words.letter.preview}
        bytes={bytes}
        sheets={sheets}
        draw={drawPdf}
        tools={
          letter.envelope !== null && (
            <Tick id="inEnvelope" isSelected={isInEnvelope} onChange={setInEnvelope}>
              {words.letter.envelope}
            </Tick>
          )
        }
        over={letter.envelope !== null && isInEnvelope && <EnvelopeOver envelope={letter.envelope} />}
      />
    </div>
  );
}
