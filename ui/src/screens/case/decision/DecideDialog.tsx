/** What happens with a group: released, with parts made unreadable, or withheld, with the reason (REF-4, REF-5). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { ExemptionCode } from "../../../backend/generated/ExemptionCode";
import type { GroupView } from "../../../backend/generated/GroupView";
import type { NamingCode } from "../../../backend/generated/NamingCode";
import type { ThirdPartyTestCode } from "../../../backend/generated/ThirdPartyTestCode";
import type { TreatmentCode } from "../../../backend/generated/TreatmentCode";
import { useAnnounce } from "../../../widgets/Announcements";
import { Callout } from "../../../widgets/Callout";
import { Choice, Pick, Tick } from "../../../widgets/Choice";
import { LongField } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";
import { promptedWeighing, weighedText } from "./weighing";

const {
  decision: { deciding: said, treatments, weighings, namings, items, pages },
  common,
} = words;

const offered = <T extends string>(codes: readonly T[], named: Record<T, { name: string; help: string }>) =>
  codes.map((value) => ({ value, ...named[value] }));
const treatmentOptions = offered<TreatmentCode>(["released", "redacted", "withheld"], treatments);
const weighingOptions = offered<ThirdPartyTestCode>(
  ["agreed", "reasonable", "unrecognisable", "not_reasonable"],
  weighings,
);
const namingOptions = offered<NamingCode>(["named", "neutral"], namings);

type DecideDialogProps = { view: CaseView; group: GroupView; onClose: () => void };

export function DecideDialog({ view, group, onClose }: DecideDialogProps) {
  const [treatment, setTreatment] = useState<TreatmentCode>(group.treatment ?? "released");
  const [code, setCode] = useState<ExemptionCode | null>(group.exemption);
  const [hasOthers, setHasOthers] = useState(group.thirdParty !== null);
  const [thirdParty, setThirdParty] = useState<ThirdPartyTestCode | null>(group.thirdParty);
  const [weighed, setWeighed] = useState(group.weighed === "" ? promptedWeighing : group.weighed);
  const [naming, setNaming] = useState<NamingCode>(group.naming);
  const [reason, setReason] = useState(group.reason);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const decide = useAct("items_decide", {
    onDone: () => {
      announce(said.done(group.title));
      onClose();
    },
  });

  const isReleased = treatment === "released";
  const exemption = isReleased ? undefined : view.decision.exemptions.find((one) => one.code === code);
  const isWeighed = isReleased ? hasOthers : exemption?.wantsWeighing === true;
  return (
    <FormDialog
      title={words.decision.decideOf(group.title)}
      isOpen
      size="wide"
      onClose={onClose}
      intro={`${items(group.items)}, ${pages(group.pages)}`}
      submit={said.submit}
      busy={decide.isBusy && common.busy}
      problem={decide.problem}
      onSubmit={() =>
        decide.run({
          commandId: commandId.current,
          case: view.case,
          version: view.version,
          group: group.group,
          treatment,
          exemption: exemption?.code ?? null,
          thirdParty: isWeighed ? thirdParty : null,
          naming: exemption?.mayStayUnsaid === true ? naming : "named",
          reason,
          weighed: isWeighed ? weighedText(weighed) : "",
        })
      }
    >
      <Choice id="treatment" label={said.what} options={treatmentOptions} value={treatment} onChange={setTreatment} />
      {isReleased ? (
        <Tick id="others" isSelected={hasOthers} onChange={setHasOthers} help={said.othersHelp}>
          {said.others}
        </Tick>
      ) : (
        <Pick
          id="exemption"
          label={said.exemption}
          help={said.exemptionHelp}
          options={view.decision.exemptions.map(({ code: value, label }) => ({ value, name: label }))}
          value={code}
          onChange={setCode}
        />
      )}
      {exemption !== undefined && (
        <Callout is="advisory" title={said.test}>
          <p>{exemption.test}</p>
          <p className="quiet small">{said.source(exemption.source)}</p>
        </Callout>
      )}
      {isWeighed && (
        <>
          <LongField
            id="weighed"
            label={said.weighed}
            help={said.weighedHelp}
            rule="REF-5"
            rows={5}
            value={weighed}
            onChange={setWeighed}
          />
          <Choice
            id="thirdParty"
            label={said.outcome}
            options={weighingOptions}
            value={thirdParty}
            onChange={setThirdParty}
          />
        </>
      )}
      <LongField
        id="reason"
        label={said.reason}
        help={isReleased ? "" : said.reasonHelp}
        rule={isReleased ? undefined : "REF-4"}
        value={reason}
        onChange={setReason}
        isRequired={!isReleased}
        isOptional={isReleased}
        rows={2}
      />
      {exemption?.mayStayUnsaid === true && (
        <Choice
          id="naming"
          label={said.naming}
          rule="REF-4"
          options={namingOptions}
          value={naming}
          onChange={setNaming}
        />
      )}
    </FormDialog>
  );
}
