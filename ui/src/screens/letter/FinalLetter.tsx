/** A final letter: nothing on it changes any more. It can be saved, recorded as sent, or declared void. */
import { useRef, useState } from "react";
import { actions } from "../../app/actions";
import { go } from "../../app/places";
import { useOffer } from "../../app/shortcuts";
import { newCommandId, useAct } from "../../backend/call";
import type { AdvisoryView } from "../../backend/generated/AdvisoryView";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LetterView } from "../../backend/generated/LetterView";
import type { MailSaved } from "../../backend/generated/MailSaved";
import type { PackSaved } from "../../backend/generated/PackSaved";
import { useAnnounce } from "../../widgets/Announcements";
import { Arrival } from "../../widgets/Arrival";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { Copied } from "../../widgets/Copied";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { LockedText } from "./LockedText";
import { DeliveredDialog, ReturnedDialog } from "./PostDialogs";
import { PrintDialog } from "./PrintDialog";
import { SentDialog } from "./SentDialog";

type Asks = "sent" | "void" | "delivered" | "returned" | "print" | "mail" | null;

export function FinalLetter({ letter, today }: { letter: LetterView; today: string }) {
  const [asks, setAsks] = useState<Asks>(null);
  const announce = useAnnounce();
  const { letter: said } = words;
  const { run: save, ...saving } = useAct("letter_save_pdf", {
    onDone: (file) => announce(said.saved(file.fileName)),
  });
  const [bearInMind, setBearInMind] = useState<readonly AdvisoryView[]>([]);
  const [message, setMessage] = useState<MailSaved>();
  const [packed, setPacked] = useState<PackSaved>();
  const mail = useAct("letter_save_eml", { onDone: setMessage });
  const pack = useAct("letter_save_encrypted", { onDone: setPacked });
  const again = useAct("letter_begin", { onDone: (draft) => go({ at: "letter", letter: draft.letter }) });
  const id = letter.letter;
  const isUnsent = letter.state === "final" || letter.state === "printed";
  const isOut = letter.state === "sent" || letter.state === "delivered";
  const done = (view: CaseView) => {
    setBearInMind(view.advisories);
    announce([words.clock.recorded(view.clocks[0]), ...view.advisories.map((one) => one.sentence)].join(" "));
    setAsks(null);
  };

  useOffer({
    savePdf: () => save({ letter: id }),
    recordSent: isUnsent ? () => setAsks("sent") : undefined,
    voidLetter: isUnsent ? () => setAsks("void") : undefined,
  });

  return (
    <>
      <div className="letter__form">
        {[saving.problem, mail.problem, pack.problem, again.problem].map(
          (problem) => problem !== undefined && <ProblemNotice key={problem.message} problem={problem} />,
        )}
        {bearInMind.map((one) => (
          <Callout key={one.sentence} is="warning" title={said.advisories} rule={one.rule}>
            {one.sentence}
          </Callout>
        ))}
        {message !== undefined && (
          <Notice tone="good" title={said.saved(message.fileName)}>
            {message.next}
          </Notice>
        )}
        <Arrival key={letter.state}>
          <Notice
            tone={letter.state === "void" || letter.state === "returned" ? "care" : "good"}
            title={letter.stateWords}
          >
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
          {letter.state !== "void" && (
            <Button kind="second" onPress={() => setAsks("print")}>
              {said.print}
            </Button>
          )}
          {isUnsent && (
            <>
              <Button
                kind="second"
                onPress={() => (letter.mailWarning === null ? mail.run({ letter: id }) : setAsks("mail"))}
                busy={mail.isBusy && words.common.busy}
              >
                {said.saveEml}
              </Button>
              <Button kind="second" onPress={() => pack.run({ letter: id })} busy={pack.isBusy && words.common.busy}>
                {said.saveEncrypted}
              </Button>
              <Button kind="plain" onPress={() => setAsks("void")}>
                {said.void}
              </Button>
            </>
          )}
          {letter.state === "sent" && (
            <Button kind="second" onPress={() => setAsks("delivered")}>
              {said.recordDelivered}
            </Button>
          )}
          {isOut && (
            <Button kind="plain" onPress={() => setAsks("returned")}>
              {said.recordReturned}
            </Button>
          )}
          {letter.state === "returned" && (
            <Button
              kind="second"
              onPress={() => again.run({ case: letter.case, kind: letter.kind, party: null, again: id })}
              busy={again.isBusy && words.common.busy}
            >
              {said.sendAgain}
            </Button>
          )}
        </div>
        {/* Where a file leaves the casebook: the PDF, and for a letter not yet sent the e-mail. */}
        <p className="small quiet">{said.unprotected}</p>
      </footer>
      {asks === "sent" && (
        <SentDialog
          letter={id}
          caseVersion={letter.caseVersion}
          electronic={letter.electronic}
          today={today}
          onClose={() => setAsks(null)}
          onDone={done}
        />
      )}
      {asks === "delivered" && (
        <DeliveredDialog letter={letter} today={today} onClose={() => setAsks(null)} onDone={done} />
      )}
      {asks === "returned" && (
        <ReturnedDialog letter={letter} today={today} onClose={() => setAsks(null)} onDone={done} />
      )}
      {asks === "print" && (
        <PrintDialog letter={letter} onClose={() => setAsks(null)} onSave={() => save({ letter: id })} />
      )}
      {asks === "mail" && letter.mailWarning !== null && (
        <Dialog title={said.mailTitle} isOpen onClose={() => setAsks(null)}>
          <Callout is="warning" rule="CONTACT-1">
            {letter.mailWarning}
          </Callout>
          <div className="dialog__feet">
            <Button kind="plain" onPress={() => setAsks(null)}>
              {words.common.cancel}
            </Button>
            <Button
              kind="second"
              onPress={() => {
                setAsks(null);
                mail.run({ letter: id });
              }}
            >
              {said.mailAnyway}
            </Button>
          </div>
        </Dialog>
      )}
      {packed !== undefined && (
        <Dialog title={said.encryptedTitle} isOpen onClose={() => setPacked(undefined)}>
          <p>{said.encryptedText(packed.fileName)}</p>
          <p>{packed.opensWith}</p>
          <Copied value={packed.passphrase} name={said.passphrase} done={said.done} />
          <div className="row">
            <Button kind="main" onPress={() => setPacked(undefined)}>
              {said.done}
            </Button>
          </div>
        </Dialog>
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
