/** Opening a closed case again, with the reason. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import { LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

export function ReopenDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const reopen = useCaseAct("case_reopen", view, onClose);
  return (
    <FormDialog
      title={words.reopen.title}
      intro={words.reopen.intro}
      isOpen
      onClose={onClose}
      problem={reopen.problem}
      submit={words.reopen.submit}
      busy={reopen.isBusy && words.common.busy}
      onSubmit={() => reopen.run({ reason })}
    >
      <LongField
        id="reason"
        label={words.reopen.reason}
        value={reason}
        onChange={setReason}
        isRequired
        autoFocus
        rows={3}
      />
    </FormDialog>
  );
}
