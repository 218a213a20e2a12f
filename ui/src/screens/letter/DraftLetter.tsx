/** A draft: to whom, what the DPO writes, what is locked, what is still in the way; then making it final. */
import { useRef, useState } from "react";
import { actions } from "../../app/actions";
import { go } from "../../app/places";
import { useOffer } from "../../app/shortcuts";
import { newCommandId, useAct } from "../../backend/call";
import type { LetterView } from "../../backend/generated/LetterView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { Gates } from "./Gates";
import { LetterFields } from "./LetterFields";
import { LockedText } from "./LockedText";
import { useLetterDraft } from "./letterDraft";

type Asks = "final" | "discard" | null;

export function DraftLetter({ letter }: { letter: LetterView }) {
  const { draft, change, settle, forget, isKeeping, problem } = useLetterDraft(letter);
  const [asks, setAsks] = useState<Asks>(null);
  const announce = useAnnounce();
  const commandId = useRef(newCommandId());
  const { letter: said } = words;
  const id = letter.letter;

  const makeFinal = useAct("letter_make_final", { onDone: (made) => announce(made.stateWords) });
  const discard = useAct("letter_discard", {
    onDone: (view) => go({ at: "case", case: view.case, tab: "letters" }),
  });
  const save = useAct("letter_save_pdf", { onDone: (file) => announce(said.saved(file.fileName)) });

  const blocking = letter.gates.filter((gate) => gate.blocks).length;
  const canBeFinal = blocking === 0 && problem === undefined;
  const { run: runSave } = save;
  useOffer({
    makeFinal: canBeFinal ? () => askFinal() : undefined,
    savePdf: () => runSave({ letter: id }),
    discardDraft: () => setAsks("discard"),
  });

  // The question is asked about what was kept and drawn, never about something typed a moment before.
  const askFinal = () => {
    void settle().then((revision) => {
      if (revision !== undefined) setAsks("final");
    });
  };
  const finalise = () => {
    void settle().then((revision) => {
      if (revision === undefined) return setAsks(null);
      makeFinal.run({ commandId: commandId.current, letter: id, revision, caseVersion: letter.caseVersion });
    });
  };
  const wrong = problem ?? save.problem;

  return (
    <>
      <div className="letter__form">
        {wrong !== undefined && <ProblemNotice problem={wrong} />}
        <LetterFields letter={letter} draft={draft} onChange={change} />
        <LockedText clauses={letter.clauses} />
        <Gates letter={letter} />
      </div>
      <footer className="letter__foot">
        <div className="row">
          <Button
            kind="main"
            isDisabled={!canBeFinal}
            describedBy="letter-ready"
            keys={canBeFinal ? actions.makeFinal.keys : undefined}
            onPress={askFinal}
          >
            {said.makeFinal}
          </Button>
          <Button onPress={() => runSave({ letter: id })} busy={save.isBusy && words.common.busy}>
            {said.savePdf}
          </Button>
          <Button kind="plain" onPress={() => setAsks("discard")}>
            {said.discard}
          </Button>
        </div>
        <p className="small quiet" id="letter-ready" role="status">
          {blocking === 0 ? said.ready : said.notReady(blocking)}{" "}
          {problem !== undefined ? said.notKept : isKeeping ? said.keeping : said.kept}
        </p>
      </footer>
      <Dialog title={said.makeFinalTitle} isOpen={asks === "final" && canBeFinal} onClose={() => setAsks(null)} isAlert>
        {makeFinal.problem !== undefined && <ProblemNotice problem={makeFinal.problem} />}
        <p>{said.makeFinalText(letter.pages)}</p>
        <p className="quiet">{said.makeFinalAfter}</p>
        <DialogFeet
          submit={said.makeFinalSubmit}
          onSubmit={finalise}
          busy={makeFinal.isBusy && said.makingFinal}
          onCancel={() => setAsks(null)}
        />
      </Dialog>
      <Dialog title={said.discardTitle} isOpen={asks === "discard"} onClose={() => setAsks(null)} isAlert>
        {discard.problem !== undefined && <ProblemNotice problem={discard.problem} />}
        <p>{said.discardText}</p>
        <DialogFeet
          submit={said.discardSubmit}
          kind="danger"
          onSubmit={() => {
            forget();
            discard.run({ letter: id });
          }}
          busy={discard.isBusy && words.common.busy}
          onCancel={() => setAsks(null)}
        />
      </Dialog>
    </>
  );
}
