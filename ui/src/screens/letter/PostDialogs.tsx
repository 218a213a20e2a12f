/** What became of a letter that was sent: it arrived, or it came back or bounced (POST-1). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LetterView } from "../../backend/generated/LetterView";
import type { ReturnReasonCode } from "../../backend/generated/ReturnReasonCode";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field, LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";

type PostDialogProps = {
  letter: LetterView;
  today: string;
  onClose: () => void;
  onDone: (view: CaseView) => void;
};

export function DeliveredDialog({ letter, today, onClose, onDone }: PostDialogProps) {
  const [on, setOn] = useState<string | null>(today);
  const [proof, setProof] = useState("");
  const commandId = useRef(newCommandId());
  const record = useAct("letter_record_delivered", { onDone });
  const { letter: said } = words;
  const submit = () => {
    if (on === null) return;
    const { letter: id, caseVersion } = letter;
    record.run({ commandId: commandId.current, letter: id, caseVersion, on, proof });
  };
  return (
    <FormDialog
      title={said.deliveredTitle}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      submit={said.sentSubmit}
      problem={record.problem}
      busy={record.isBusy && words.common.busy}
    >
      <DateField
        id="on"
        label={said.deliveredOn}
        value={on}
        onChange={setOn}
        error={on === null ? said.onMissing : undefined}
        isRequired
      />
      <Field id="proof" label={said.proof} help={said.proofHelp} value={proof} onChange={setProof} isOptional />
    </FormDialog>
  );
}

const reasons = Object.keys(words.letter.returnReasons) as ReturnReasonCode[];

export function ReturnedDialog({ letter, today, onClose, onDone }: PostDialogProps) {
  const isMail = letter.sent !== null && letter.sent.channel === "email";
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState<ReturnReasonCode>(isMail ? "bounced" : "gone_away");
  const [note, setNote] = useState("");
  const commandId = useRef(newCommandId());
  const record = useAct("letter_record_returned", { onDone });
  const { letter: said } = words;
  const submit = () => {
    if (on === null) return;
    const { letter: id, caseVersion } = letter;
    record.run({ commandId: commandId.current, letter: id, caseVersion, on, reason, note });
  };
  return (
    <FormDialog
      title={said.returnedTitle}
      intro={said.returnedIntro}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      submit={said.sentSubmit}
      problem={record.problem}
      busy={record.isBusy && words.common.busy}
    >
      <DateField
        id="on"
        label={said.returnedOn}
        value={on}
        onChange={setOn}
        error={on === null ? said.onMissing : undefined}
        isRequired
      />
      <Pick
        id="reason"
        label={said.returnedWhy}
        rule="POST-1"
        value={reason}
        onChange={setReason}
        options={reasons.map((code) => ({ value: code, name: words.letter.returnReasons[code] }))}
      />
      <LongField id="note" label={said.returnedNote} value={note} onChange={setNote} isOptional rows={2} />
    </FormDialog>
  );
}
