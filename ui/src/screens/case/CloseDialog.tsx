/** Closing a case: the ways in which it can end now, why the others do not fit, and the reason where one is needed. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ResolutionCode } from "../../backend/generated/ResolutionCode";
import { Button } from "../../widgets/Button";
import { Callout } from "../../widgets/Callout";
import { Choice } from "../../widgets/Choice";
import { Dialog } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { Rule } from "../../widgets/Rule";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

export function CloseDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const fitting = view.endings.filter(({ refused }) => refused === null);
  const [resolution, setResolution] = useState<ResolutionCode | null>(fitting[0]?.resolution ?? null);
  const [reason, setReason] = useState("");
  const close = useCaseAct("case_close", view, onClose);
  // What stands in the way of every end is said instead of a form that cannot be sent.
  const [all] = fitting.length === 0 ? view.endings : [];
  if (all !== undefined && all.refused !== null) {
    return (
      <Dialog title={words.close.title} isOpen onClose={onClose}>
        <Callout is="refusal" title={all.refused.reason} rule={all.refused.rule}>
          {all.refused.remedy}
        </Callout>
        <div className="dialog__feet">
          <Button onPress={onClose}>{words.common.close}</Button>
        </div>
      </Dialog>
    );
  }
  const wantsReason = resolution !== "answered" && resolution !== "withdrawn";
  return (
    <FormDialog
      title={words.close.title}
      intro={words.close.intro}
      isOpen
      onClose={onClose}
      problem={close.problem}
      submit={words.close.submit}
      busy={close.isBusy && words.common.busy}
      onSubmit={() => {
        if (resolution !== null) close.run({ resolution, reason });
      }}
    >
      {view.closingAdvice.map(({ rule, sentence }) => (
        <Callout key={sentence} is="advisory" rule={rule}>
          {sentence}
        </Callout>
      ))}
      <Choice
        id="resolution"
        label={words.close.how}
        value={resolution}
        onChange={setResolution}
        options={fitting.map(({ resolution: code }) => ({ value: code, ...words.resolutions[code] }))}
      />
      <LongField
        id="reason"
        label={words.close.reason}
        value={reason}
        onChange={setReason}
        isOptional={!wantsReason}
        isRequired={wantsReason}
        rows={3}
      />
      <Unfit view={view} />
    </FormDialog>
  );
}

/** Each way that does not fit, with the core's reason and what would help. */
function Unfit({ view }: { view: CaseView }) {
  const unfit = view.endings.flatMap(({ resolution, refused }) => (refused === null ? [] : [{ resolution, refused }]));
  if (unfit.length === 0) return null;
  return (
    <section className="unfit" aria-label={words.close.not}>
      <h3 className="eyebrow">{words.close.not}</h3>
      <dl className="facts unfit__facts">
        {unfit.map(({ resolution, refused }) => (
          <div key={resolution} className="facts__one">
            <dt>{words.resolutions[resolution].name}</dt>
            <dd>
              {refused.reason} {refused.remedy} <Rule id={refused.rule} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
