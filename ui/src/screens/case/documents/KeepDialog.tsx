/** Keeping a file: first what it is for, then the file itself. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { PurposeCode } from "../../../backend/generated/PurposeCode";
import { useAnnounce } from "../../../widgets/Announcements";
import { Choice } from "../../../widgets/Choice";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";

const {
  documents: { keepDialog: said, purposes },
} = words;

const codes: readonly PurposeCode[] = ["found", "released", "request", "identity", "authority", "evidence", "other"];
const options = codes.map((value) => {
  const { name, help } = purposes[value];
  return { value, name, ...(help !== "" && { help }) };
});

export function KeepDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [purpose, setPurpose] = useState<PurposeCode>("found");
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const keep = useAct("document_keep", {
    onDone: () => {
      announce(said.done);
      onClose();
    },
  });
  return (
    <FormDialog
      title={said.title}
      isOpen
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={keep.isBusy && said.busy}
      problem={keep.problem}
      onSubmit={() => keep.run({ commandId: commandId.current, case: view.case, version: view.version, purpose })}
    >
      <Choice id="purpose" label={said.purpose} options={options} value={purpose} onChange={setPurpose} />
    </FormDialog>
  );
}
