/** Closing a case: how it ended and, without an answer, why. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ResolutionCode } from "../../backend/generated/ResolutionCode";
import { Choice } from "../../widgets/Choice";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

const codes: readonly ResolutionCode[] = ["answered", "withdrawn", "notVerified", "noReply", "openedInError"];

export function CloseDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [resolution, setResolution] = useState<ResolutionCode>("answered");
  const [reason, setReason] = useState("");
  const commandId = useRef(newCommandId());
  const close = useAct("case_close", { onDone: onClose });
  return (
    <Dialog title={words.close.title} isOpen onClose={onClose}>
      <p className="quiet">{words.close.intro}</p>
      <Form
        name={words.close.title}
        problem={close.problem}
        onSubmit={() =>
          close.run({ commandId: commandId.current, case: view.case, version: view.version, resolution, reason })
        }
      >
        <Choice
          id="resolution"
          label={words.close.how}
          value={resolution}
          onChange={setResolution}
          options={codes.map((code) => ({ value: code, ...words.resolutions[code] }))}
          error={fieldProblem(close.problem, "resolution")}
        />
        <LongField
          id="reason"
          label={words.close.reason}
          value={reason}
          onChange={setReason}
          isOptional={resolution === "answered"}
          isRequired={resolution !== "answered"}
          rows={3}
          error={fieldProblem(close.problem, "reason")}
        />
        <DialogFeet submit={words.close.submit} onCancel={onClose} busy={close.isBusy && words.common.busy} />
      </Form>
    </Dialog>
  );
}
