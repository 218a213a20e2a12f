/** A final letter: nothing on it changes any more. It can be saved, recorded as sent, or declared void. */
import { useRef, useState } from "react";
import { actions } from "../../app/actions";
import { useOffer } from "../../app/shortcuts";
import { newCommandId, useAct } from "../../backend/call";
import type { LetterView } from "../../backend/generated/LetterView";
import { useAnnounce } from "../../widgets/Announcements";
import { Arrival } from "../../widgets/Arrival";
import { Button } from "../../widgets/Button";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { fieldProblem, ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { LockedText } from "./LockedText";
import { SentDialog } from "./SentDialog";

type Asks = "sent" | "void" | null;

export function FinalLetter({ letter, today }: { letter: LetterView; today: string }) {
  const [asks, setAsks] = useState<Asks>(null);
  const announce = useAnnounce();
  const { letter: said } = words;
  const { run: save, ...saving } = useAct("letter_save_pdf", {
    onDone: (file) => announce(said.saved(file.fileName)),
  });
  const id = letter.letter;
  const isUnsent = letter.state === "final";

  useOffer({
    savePdf: () => save({ letter: id }),
    recordSent: isUnsent ? () => setAsks("sent") : undefined,
    voidLetter: isUnsent ? () => setAsks("void") : undefined,
  });

  return (
    <>
      <div className="letter__form">
        {saving.problem !== undefined && <ProblemNotice problem={saving.problem} />}
        <Arrival>
          <Notice tone={letter.state === "void" ? "care" : "good"} title={letter.stateWords}>
            <p>{said.frozen}</p>
          </Notice>
        </Arrival>
        <dl className="facts card">
          {letter.number !== null && (
            <>
              <dt>{said.number}</dt>
              <dd>{letter.number}</dd>
            </>
          )}
          <dt>{said.datedOn}</dt>
          <dd>{words.dates.long(letter.datedOn)}</dd>
          <dt>{said.to}</dt>
          <dd className="facts__lines">{letter.addressee.join("\n")}</dd>
          {letter.sent !== null && (
            <>
              <dt>{said.sent}</dt>
              <dd>{letter.sent.words}</dd>
            </>
          )}
          {isUnsent && letter.postByWords !== "" && (
            <>
              <dt>{said.postBy}</dt>
              <dd>{letter.postByWords}</dd>
            </>
          )}
          {letter.sha256 !== null && (
            <>
              <dt>{said.sha256}</dt>
              <dd>
                <code>{letter.sha256}</code>
              </dd>
            </>
          )}
        </dl>
        <LockedText clauses={letter.clauses} />
      </div>
      <footer className="letter__foot">
        <div className="row">
          {isUnsent && (
            <Button kind="main" onPress={() => setAsks("sent")}>
              {said.recordSent}
            </Button>
          )}
          <Button
            kind={isUnsent ? "second" : "main"}
            keys={actions.savePdf.keys}
            onPress={() => save({ letter: id })}
            busy={saving.isBusy && words.common.busy}
          >
            {said.savePdf}
          </Button>
          {isUnsent && (
            <Button kind="plain" onPress={() => setAsks("void")}>
              {said.void}
            </Button>
          )}
        </div>
      </footer>
      {asks === "sent" && (
        <SentDialog
          letter={id}
          caseVersion={letter.caseVersion}
          electronic={letter.electronic}
          today={today}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === "void" && <VoidDialog letter={letter} onClose={() => setAsks(null)} />}
    </>
  );
}

function VoidDialog({ letter, onClose }: { letter: LetterView; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const commandId = useRef(newCommandId());
  const declare = useAct("letter_void", { onDone: onClose });
  const { letter: said } = words;
  return (
    <Dialog title={said.voidTitle} isOpen onClose={onClose}>
      <p>{said.voidText}</p>
      <Form
        name={said.voidTitle}
        problem={declare.problem}
        onSubmit={() =>
          declare.run({
            commandId: commandId.current,
            letter: letter.letter,
            caseVersion: letter.caseVersion,
            reason,
          })
        }
      >
        <LongField
          id="reason"
          label={said.voidReason}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
          rows={3}
          error={fieldProblem(declare.problem, "reason")}
        />
        <DialogFeet
          submit={said.voidSubmit}
          kind="danger"
          onCancel={onClose}
          busy={declare.isBusy && words.common.busy}
        />
      </Form>
    </Dialog>
  );
}
