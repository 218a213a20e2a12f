/** Exporting a history: first what goes out and what stays, then the folder and the hash to keep apart from it. */
import { Check, Minus } from "lucide-react";
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseExported } from "../../backend/generated/CaseExported";
import type { CaseView } from "../../backend/generated/CaseView";
import { Button } from "../../widgets/Button";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

export function ExportDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const commandId = useRef(newCommandId());
  const [done, setDone] = useState<CaseExported>();
  const act = useAct("case_export", { onDone: setDone });
  const said = words.export;

  if (done !== undefined) return <Done done={done} onClose={onClose} />;
  return (
    <Dialog title={said.title} isOpen onClose={onClose} size="wide">
      <p className="quiet">{said.intro}</p>
      <Preview view={view} />
      <Notice tone="care">{said.warning}</Notice>
      <Form
        name={said.title}
        problem={act.problem}
        onSubmit={() => act.run({ commandId: commandId.current, case: view.case, reason })}
      >
        <LongField
          id="reason"
          label={said.reason}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
          rows={2}
          error={fieldProblem(act.problem, "reason")}
        />
        <DialogFeet submit={said.submit} onCancel={onClose} busy={act.isBusy && said.busy} />
      </Form>
    </Dialog>
  );
}

function Preview({ view }: { view: CaseView }) {
  const said = words.export;
  const events = view.history.reduce((sum, day) => sum + day.entries.length, 0);
  const drafts = view.letters.filter((letter) => letter.state === "draft").length;
  const final = view.letters.length - drafts;
  const goes = [said.events(events), ...(final === 0 ? [] : [said.letters(final)]), said.texts, said.check];
  const stays = drafts === 0 ? [said.none] : [said.draft(drafts), said.none];
  return (
    <div className="goes">
      <section aria-label={said.goes}>
        <h2 className="eyebrow">{said.goes}</h2>
        <ul>
          {goes.map((line) => (
            <li key={line}>
              <Check size={16} aria-hidden="true" />
              {line}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={said.stays}>
        <h2 className="eyebrow">{said.stays}</h2>
        <ul>
          {stays.map((line) => (
            <li key={line}>
              <Minus size={16} aria-hidden="true" />
              {line}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Done({ done, onClose }: { done: CaseExported; onClose: () => void }) {
  const said = words.export;
  return (
    <Dialog title={said.doneTitle} isOpen onClose={onClose} size="wide">
      <Notice tone="good">{done.checked}</Notice>
      <dl className="facts">
        <dt>{said.folder}</dt>
        <dd>{done.folderName}</dd>
        <dt>{said.files}</dt>
        <dd>{done.files}</dd>
        <dt>{said.manifest}</dt>
        <dd>
          <code>{done.manifestSha256}</code>
          <p className="small quiet">{said.manifestHelp}</p>
        </dd>
      </dl>
      <div className="dialog__feet">
        <Button kind="main" onPress={onClose} autoFocus>
          {said.done}
        </Button>
      </div>
    </Dialog>
  );
}
