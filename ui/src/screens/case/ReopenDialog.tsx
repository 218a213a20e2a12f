/** Opening a closed case again, with the reason. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

export function ReopenDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const commandId = useRef(newCommandId());
  const reopen = useAct("case_reopen", { onDone: onClose });
  return (
    <Dialog title={words.reopen.title} isOpen onClose={onClose}>
      <p className="quiet">{words.reopen.intro}</p>
      <Form
        name={words.reopen.title}
        problem={reopen.problem}
        onSubmit={() => reopen.run({ commandId: commandId.current, case: view.case, version: view.version, reason })}
      >
        <LongField
          id="reason"
          label={words.reopen.reason}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
          rows={3}
          error={fieldProblem(reopen.problem, "reason")}
        />
        <DialogFeet submit={words.reopen.submit} onCancel={onClose} busy={reopen.isBusy && words.common.busy} />
      </Form>
    </Dialog>
  );
}
