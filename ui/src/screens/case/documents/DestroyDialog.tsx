/** Destroying a file: what goes, what stays, the proof, and a word typed on purpose. */
import { Check, Minus } from "lucide-react";
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { DocumentView } from "../../../backend/generated/DocumentView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Field, LongField } from "../../../widgets/Field";
import { useFault } from "../../../widgets/FormContext";
import { FormDialog } from "../../../widgets/FormDialog";
import { Notice } from "../../../widgets/Notice";
import { words } from "../../../words/en-GB";

const {
  documents: { destroyDialog: said },
  common,
} = words;

type DestroyDialogProps = { view: CaseView; document: DocumentView; onClose: () => void };

export function DestroyDialog({ view, document, onClose }: DestroyDialogProps) {
  const [proof, setProof] = useState("");
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const destroy = useAct("document_destroy", {
    onDone: () => {
      announce(said.done);
      onClose();
    },
  });
  const isPacked = view.decision.pack?.files.some((file) => file.document === document.document) === true;
  return (
    <FormDialog
      title={said.title(document.name)}
      isOpen
      isAlert
      kind="danger"
      size="wide"
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={destroy.isBusy && common.busy}
      problem={destroy.problem}
      onSubmit={() => {
        const { case: id, version } = view;
        destroy.run({ commandId: commandId.current, case: id, version, document: document.document, proof });
      }}
    >
      <div className="goes">
        <section aria-label={said.goes}>
          <h2 className="eyebrow">{said.goes}</h2>
          <ul>
            {said.goesLines.map((line) => (
              <li key={line}>
                <Minus size={16} aria-hidden="true" />
                {line}
              </li>
            ))}
          </ul>
        </section>
        <section aria-label={said.stays}>
          <h2 className="eyebrow">{said.stays}</h2>
          <ul>
            {said.staysLines.map((line) => (
              <li key={line}>
                <Check size={16} aria-hidden="true" />
                {line}
              </li>
            ))}
          </ul>
        </section>
      </div>
      {isPacked && <Notice tone="care">{said.packed}</Notice>}
      <LongField
        id="proof"
        label={said.proof}
        help={said.proofHelp}
        rule="ID-3"
        value={proof}
        onChange={setProof}
        isRequired
        rows={2}
      />
      <TypedWord word={said.word} />
    </FormDialog>
  );
}

/** A word that is typed to show that it is meant; without it the form is not sent. */
function TypedWord({ word }: { word: string }) {
  const [typed, setTyped] = useState("");
  const isTyped = typed.trim().toLowerCase() === word;
  useFault("typed", () => (isTyped ? undefined : { message: said.notTyped(word), stops: true }));
  return <Field id="typed" label={said.typed(word)} value={typed} onChange={setTyped} width="short" />;
}
