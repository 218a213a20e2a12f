/** Recording what the company decided, by whom, and how that stands to the officer's advice (DEC-1). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { AdviceStandingCode } from "../../../backend/generated/AdviceStandingCode";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { DecisionOutcomeCode } from "../../../backend/generated/DecisionOutcomeCode";
import { useAnnounce } from "../../../widgets/Announcements";
import { Choice } from "../../../widgets/Choice";
import { DateField } from "../../../widgets/DateField";
import { Field, LongField } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";

const {
  decision: { company: said, outcomes, standings },
  common,
} = words;

const outcomeCodes: readonly DecisionOutcomeCode[] = ["release_all", "release_part", "refuse", "nothing_held"];
const outcomeOptions = outcomeCodes.map((value) => ({ value, name: outcomes[value] }));
const standingCodes: readonly AdviceStandingCode[] = ["followed", "not_followed", "delegated"];
const standingOptions = standingCodes.map((value) => ({ value, ...standings[value] }));

type CompanyDialogProps = { view: CaseView; today: string; onClose: () => void };

export function CompanyDialog({ view, today, onClose }: CompanyDialogProps) {
  const [outcome, setOutcome] = useState<DecisionOutcomeCode>(() => suggested(view));
  const [standing, setStanding] = useState<AdviceStandingCode>("followed");
  const [texts, setTexts] = useState({ advice: "", decidedBy: "", role: "", reason: "", whyNot: "" });
  const [on, setOn] = useState<string | null>(today);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const record = useAct("decision_record", {
    onDone: () => {
      announce(said.done);
      onClose();
    },
  });
  const text = (key: keyof typeof texts) => ({
    id: key,
    value: texts[key],
    onChange: (value: string) => setTexts({ ...texts, [key]: value }),
  });
  const wantsReason = outcome === "refuse" || outcome === "release_part";
  const isAgainst = standing === "not_followed";
  return (
    <FormDialog
      title={said.title}
      isOpen
      size="wide"
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={record.isBusy && common.busy}
      problem={record.problem}
      onSubmit={() => {
        if (on === null) return;
        record.run({
          ...texts,
          whyNot: isAgainst ? texts.whyNot : "",
          commandId: commandId.current,
          case: view.case,
          version: view.version,
          on,
          outcome,
          standing,
        });
      }}
    >
      <LongField {...text("advice")} label={said.advice} rows={3} isOptional autoFocus />
      <Choice id="outcome" label={said.outcome} options={outcomeOptions} value={outcome} onChange={setOutcome} />
      <LongField {...text("reason")} label={said.reason} rows={2} isRequired={wantsReason} isOptional={!wantsReason} />
      <div className="columns columns--top">
        <Field {...text("decidedBy")} label={said.decidedBy} rule="DEC-1" isRequired />
        <Field {...text("role")} label={said.role} isOptional />
      </div>
      <Choice id="standing" label={said.standing} options={standingOptions} value={standing} onChange={setStanding} />
      {isAgainst && <LongField {...text("whyNot")} label={said.whyNot} rule="DEC-1" rows={2} isRequired />}
      <DateField id="on" label={said.on} value={on} onChange={setOn} isRequired />
    </FormDialog>
  );
}

/** What the decisions about the groups come to. */
function suggested({ decision: { groups } }: CaseView): DecisionOutcomeCode {
  if (groups.length === 0 || groups.every(({ treatment }) => treatment === "released")) return "release_all";
  return groups.every(({ treatment }) => treatment === "withheld") ? "refuse" : "release_part";
}
