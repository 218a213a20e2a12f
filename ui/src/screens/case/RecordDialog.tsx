/** Recording something that has happened (REC-1: always accepted, its effect on the clock shown afterwards). */
import { useState } from "react";
import { Problem } from "../../backend/backend";
import type { AuthorityTypeCode } from "../../backend/generated/AuthorityTypeCode";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { ExtensionGroundCode } from "../../backend/generated/ExtensionGroundCode";
import type { FeeBasisCode } from "../../backend/generated/FeeBasisCode";
import type { FieldProblem } from "../../backend/generated/FieldProblem";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import type { IdentityDoubtCode } from "../../backend/generated/IdentityDoubtCode";
import type { IdentityLevelCode } from "../../backend/generated/IdentityLevelCode";
import { useAnnounce } from "../../widgets/Announcements";
import { Choice, Pick, Tick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { waysOut } from "../waysOut";
import { useCaseAct } from "./useCaseAct";

/** What a happening is about, beyond its day and its text. */
type About = {
  doubt: IdentityDoubtCode | null;
  level: IdentityLevelCode | null;
  authority: AuthorityTypeCode | null;
  validUntil: string | null;
  basis: FeeBasisCode | null;
  ground: ExtensionGroundCode | null;
  channel: ChannelCode | null;
};
type Wanted = Exclude<keyof About, "validUntil">;

const nothing: About = {
  doubt: null,
  level: null,
  authority: null,
  validUntil: null,
  basis: null,
  ground: null,
  channel: null,
};

/** The choice that a happening cannot be recorded without. */
const wanted: Partial<Record<HappeningCode, Wanted>> = {
  identityAsked: "doubt",
  identityReceived: "level",
  authorityReceived: "authority",
  feeAsked: "basis",
  feePaid: "basis",
  extended: "ground",
  answeredOutside: "channel",
};

const labels = (): Record<Wanted, string> => ({
  doubt: words.record.doubt,
  level: words.record.level,
  authority: words.record.authority,
  basis: words.record.basis,
  ground: words.record.ground,
  channel: words.letter.channel,
});

/** What keeps more of the person than a lesser proof would have, and so needs its reason (ID-2). */
const needsReason: readonly (IdentityLevelCode | null)[] = ["document_copy", "certified_document"];

type RecordDialogProps = { view: CaseView; today: string; what: HappeningCode | undefined; onClose: () => void };

export function RecordDialog({ view, today, what: first, onClose }: RecordDialogProps) {
  const [what, setWhat] = useState<HappeningCode | null>(first ?? view.likelyRecord);
  const [on, setOn] = useState<string | null>(today);
  const [text, setText] = useState("");
  const [about, setAbout] = useState(nothing);
  const [isLegalAdvice, setLegalAdvice] = useState(false);
  const [missing, setMissing] = useState<Problem>();
  const announce = useAnnounce();
  const record = useCaseAct("case_record", view, (after) => {
    announce(words.clock.recorded(after.clocks[0]));
    onClose();
  });
  const happening = what === null ? undefined : words.happenings[what];
  const choice = what === null ? undefined : wanted[what];
  const isReason = what === "identityReceived" && needsReason.includes(about.level);
  const textLabel = isReason ? words.record.levelReason : (happening?.text ?? "");
  const needsText = happening?.needsText === true || isReason;
  const change = (part: Partial<About>) => setAbout({ ...about, ...part });

  const send = () => {
    if (on === null) return;
    const fields: FieldProblem[] = [];
    if (what === null) fields.push({ field: "what", message: words.record.whatMissing });
    if (choice !== undefined && about[choice] === null) {
      fields.push({ field: choice, message: words.record.choose(labels()[choice]) });
    }
    if (needsText && text.trim() === "") fields.push({ field: "text", message: words.common.isEmpty(textLabel) });
    setMissing(fields.length === 0 ? undefined : new Problem({ kind: "invalid", fields }));
    if (what === null || fields.length > 0) return;
    const sent = choice === undefined ? nothing : { ...nothing, [choice]: about[choice] };
    record.run({
      ...sent,
      validUntil: what === "authorityReceived" ? about.validUntil : null,
      sort: what === "noteWritten" && isLegalAdvice ? "legal_advice" : null,
      what,
      on,
      text,
    });
  };

  return (
    <FormDialog
      title={words.record.title}
      intro={words.record.intro}
      isOpen
      onClose={onClose}
      problem={missing ?? record.problem}
      submit={words.record.submit}
      busy={record.isBusy && words.common.busy}
      onSubmit={send}
    >
      <Pick
        id="what"
        label={words.record.what}
        value={what}
        onChange={(chosen) => {
          setWhat(chosen);
          setMissing(undefined);
        }}
        options={view.mayRecord.map((code) => ({ value: code, name: words.happenings[code].name }))}
      />
      <DateField id="on" label={words.record.on} value={on} onChange={setOn} isRequired />
      {choice !== undefined && <AboutField key={choice} choice={choice} about={about} onChange={change} />}
      {what === "authorityReceived" && (
        <DateField
          id="validUntil"
          label={words.record.validUntil}
          help={words.record.validUntilHelp}
          value={about.validUntil}
          onChange={(validUntil) => change({ validUntil })}
          isOptional
        />
      )}
      {happening !== undefined && (
        <LongField
          id="text"
          label={textLabel}
          value={text}
          onChange={setText}
          isOptional={!needsText}
          isRequired={needsText}
          help={isLegalAdvice && what === "noteWritten" ? undefined : words.notes.canBeAsked}
          rows={3}
        />
      )}
      {what === "noteWritten" && (
        <Tick id="sort" isSelected={isLegalAdvice} onChange={setLegalAdvice} help={words.record.legalAdviceHelp}>
          {words.record.legalAdvice}
        </Tick>
      )}
    </FormDialog>
  );
}

type AboutFieldProps = { choice: Wanted; about: About; onChange: (part: Partial<About>) => void };

const named = <T extends string>(names: Record<T, string>) =>
  (Object.entries(names) as [T, string][]).map(([value, name]) => ({ value, name }));

function AboutField({ choice, about, onChange }: AboutFieldProps) {
  const { record } = words;
  const label = labels()[choice];
  switch (choice) {
    case "doubt":
      return (
        <Choice
          id="doubt"
          label={label}
          rule="ID-1"
          value={about.doubt}
          onChange={(doubt) => onChange({ doubt })}
          options={named(words.doubts)}
        />
      );
    case "level":
      return (
        <Choice
          id="level"
          label={label}
          help={record.levelHelp}
          rule="ID-2"
          value={about.level}
          onChange={(level) => onChange({ level })}
          options={(Object.keys(words.levels) as IdentityLevelCode[]).map((value) => ({
            value,
            ...words.levels[value],
          }))}
        />
      );
    case "authority":
      return (
        <Pick
          id="authority"
          label={label}
          rule="AUTH-1"
          value={about.authority}
          onChange={(authority) => onChange({ authority })}
          options={named(words.authorities)}
        />
      );
    case "basis":
      return (
        <Choice
          id="basis"
          label={label}
          rule="FEE-1"
          value={about.basis}
          onChange={(basis) => onChange({ basis })}
          options={named(words.feeBases)}
        />
      );
    case "ground":
      return (
        <Choice
          id="ground"
          label={label}
          rule="TIME-10"
          value={about.ground}
          onChange={(ground) => onChange({ ground })}
          options={named(record.grounds)}
        />
      );
    case "channel":
      return (
        <Pick
          id="channel"
          label={label}
          value={about.channel}
          onChange={(channel) => onChange({ channel })}
          options={waysOut()}
        />
      );
  }
}
