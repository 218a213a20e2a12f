/** Exporting a history: for whom, what goes out and what stays, how it leaves; then what to keep and to send apart. */
import { Check, Minus } from "lucide-react";
import { useRef, useState } from "react";
import { newCommandId, useAct, useRead } from "../../backend/call";
import type { AudienceCode } from "../../backend/generated/AudienceCode";
import type { CaseExported } from "../../backend/generated/CaseExported";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ExportPreview } from "../../backend/generated/ExportPreview";
import type { ExportText } from "../../backend/generated/ExportText";
import type { WrappingCode } from "../../backend/generated/WrappingCode";
import { newJob } from "../../backend/progress";
import { Button } from "../../widgets/Button";
import { Choice, Tick } from "../../widgets/Choice";
import { Copied } from "../../widgets/Copied";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Progress } from "../../widgets/Progress";
import { words } from "../../words/en-GB";

const audiences = ["full", "subject"] as const satisfies readonly AudienceCode[];
const wrappings = ["encrypted", "folder"] as const satisfies readonly WrappingCode[];

export function ExportDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [audience, setAudience] = useState<AudienceCode>("full");
  const [wrapping, setWrapping] = useState<WrappingCode>("encrypted");
  const [isAdviceWanted, setAdviceWanted] = useState(false);
  const [withhold, setWithhold] = useState<readonly number[]>([]);
  const [reason, setReason] = useState("");
  const [done, setDone] = useState<CaseExported>();
  const commandId = useRef(newCommandId());
  const [job] = useState(newJob);
  const withLegalAdvice = audience === "full" && isAdviceWanted;
  const preview = useRead("case_export_preview", { case: view.case, audience, withLegalAdvice });
  const act = useAct("case_export", { onDone: setDone });
  const said = words.export;

  if (done !== undefined) return <Done done={done} onClose={onClose} />;
  const run = () =>
    act.run({
      commandId: commandId.current,
      case: view.case,
      audience,
      wrapping,
      reason,
      withLegalAdvice,
      withhold: audience === "subject" ? [...withhold] : [],
      job,
    });
  return (
    <Dialog title={said.title} isOpen onClose={onClose} size="wide">
      <p className="quiet">{said.intro}</p>
      <Form name={said.title} problem={act.problem} onSubmit={run}>
        <Choice
          id="audience"
          label={said.audience}
          options={audiences.map((value) => ({ value, ...said.audiences[value] }))}
          value={audience}
          onChange={setAudience}
        />
        {preview.problem !== undefined && <ProblemNotice problem={preview.problem} />}
        {preview.answer !== undefined && <Preview preview={preview.answer} />}
        {audience === "full" && preview.answer?.hasLegalAdvice === true && (
          <Tick id="withLegalAdvice" isSelected={isAdviceWanted} onChange={setAdviceWanted} help={said.legalAdviceHelp}>
            {said.legalAdvice}
          </Tick>
        )}
        {preview.answer !== undefined && preview.answer.texts.length > 0 && (
          <Texts texts={preview.answer.texts} withhold={withhold} onChange={setWithhold} />
        )}
        <Choice
          id="wrapping"
          label={said.wrapping}
          options={wrappings.map((value) => ({ value, ...said.wrappings[value] }))}
          value={wrapping}
          onChange={setWrapping}
        />
        <LongField
          id="reason"
          label={said.reason}
          help={said.reasonHelp}
          value={reason}
          onChange={setReason}
          isRequired
          rows={2}
        />
        {act.isBusy && <Progress job={job} label={said.busy} />}
        <DialogFeet submit={said.submit} onCancel={onClose} busy={act.isBusy && said.busy} />
      </Form>
    </Dialog>
  );
}

function Preview({ preview }: { preview: ExportPreview }) {
  const said = words.export;
  return (
    <div className="goes">
      <section aria-label={said.goes}>
        <h2 className="eyebrow">{said.goes}</h2>
        <ul>
          {[...preview.goes, said.check].map((line) => (
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
          {[...preview.stays, said.none].map((line) => (
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

type TextsProps = {
  texts: readonly ExportText[];
  withhold: readonly number[];
  onChange: (withhold: readonly number[]) => void;
};

/** What the DPO wrote may speak of others, which no program can tell. */
function Texts({ texts, withhold, onChange }: TextsProps) {
  const said = words.export;
  return (
    <section className="stack stack--tight" aria-label={said.texts}>
      <h2 className="eyebrow">{said.texts}</h2>
      <p className="small quiet">{said.textsHelp}</p>
      <div className="export-texts">
        {texts.map(({ entry, sentence, text }) => (
          <div key={entry} className="export-texts__one">
            <Tick
              id={`withhold.${entry}`}
              isSelected={withhold.includes(entry)}
              onChange={(isWithheld) =>
                onChange(isWithheld ? [...withhold, entry] : withhold.filter((other) => other !== entry))
              }
            >
              {said.withhold(entry, sentence)}
            </Tick>
            <p className="export-texts__text">{text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function Done({ done, onClose }: { done: CaseExported; onClose: () => void }) {
  const said = words.export;
  return (
    <Dialog title={said.doneTitle} isOpen onClose={onClose} size="wide">
      <Notice tone="good">{done.checked}</Notice>
      <dl className="facts">
        <dt>{done.passphrase === null ? said.folder : said.file}</dt>
        <dd>{done.name}</dd>
        <dt>{said.files}</dt>
        <dd>{done.files}</dd>
        {done.passphrase !== null && (
          <>
            <dt>{said.passphrase}</dt>
            <dd>
              <Copied value={done.passphrase} name={said.passphrase} done={said.passphraseCopied} />
              <p className="small">{done.opensWith}</p>
            </dd>
          </>
        )}
        <dt>{said.manifest}</dt>
        <dd>
          <Copied value={done.manifestSha256} name={said.manifest} done={said.manifestCopied} />
          <p className="small quiet">{said.manifestHelp}</p>
        </dd>
      </dl>
      <div className="dialog__feet">
        <Button kind="main" onPress={onClose} autoFocus>
          {done.passphrase === null ? said.done : said.doneWithPassphrase}
        </Button>
      </div>
    </Dialog>
  );
}
