/** Recording something that has happened (REC-1: always accepted, its effect on the clock shown afterwards). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { ExtensionGroundCode } from "../../backend/generated/ExtensionGroundCode";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import { useAnnounce } from "../../widgets/Announcements";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { LongField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { waysOut } from "../waysOut";

const grounds = (["complex", "number"] as const).map((code) => ({ value: code, name: words.record.grounds[code] }));

type RecordDialogProps = { view: CaseView; today: string; what: HappeningCode | undefined; onClose: () => void };

export function RecordDialog({ view, today, what: first, onClose }: RecordDialogProps) {
  const [what, setWhat] = useState<HappeningCode | null>(first ?? view.mayRecord[0] ?? null);
  const [on, setOn] = useState<string | null>(today);
  const [text, setText] = useState("");
  const [channel, setChannel] = useState<ChannelCode>("email");
  const [ground, setGround] = useState<ExtensionGroundCode>("complex");
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const record = useAct("case_record", {
    onDone: (after) => {
      announce(after.clocks[0]?.leftWords ?? words.common.saved);
      onClose();
    },
  });
  const happening = what === null ? undefined : words.happenings[what];
  const offered = view.mayRecord.map((code) => ({ value: code, name: words.happenings[code].name }));

  return (
    <Dialog title={words.record.title} isOpen onClose={onClose}>
      <p className="quiet">{words.record.intro}</p>
      <Form
        name={words.record.title}
        problem={record.problem}
        onSubmit={() => {
          if (what === null || on === null) return;
          record.run({
            commandId: commandId.current,
            case: view.case,
            version: view.version,
            what,
            on,
            text,
            channel: what === "answeredOutside" ? channel : null,
            ground: what === "extended" ? ground : null,
            doubt: null,
            level: null,
            authority: null,
            validUntil: null,
            basis: null,
            sort: null,
          });
        }}
      >
        <Pick
          id="what"
          label={words.record.what}
          value={what}
          onChange={setWhat}
          options={offered}
          error={fieldProblem(record.problem, "what")}
        />
        <DateField
          id="on"
          label={words.record.on}
          value={on}
          onChange={setOn}
          error={on === null ? words.record.onMissing : fieldProblem(record.problem, "on")}
          isRequired
        />
        {what === "answeredOutside" && (
          <Pick
            id="channel"
            label={words.letter.channel}
            value={channel}
            onChange={setChannel}
            options={waysOut()}
            error={fieldProblem(record.problem, "channel")}
          />
        )}
        {what === "extended" && (
          <Pick
            id="ground"
            label={words.record.ground}
            value={ground}
            onChange={setGround}
            options={grounds}
            error={fieldProblem(record.problem, "ground")}
          />
        )}
        {happening !== undefined && (
          <LongField
            id="text"
            label={happening.text}
            value={text}
            onChange={setText}
            isOptional={!happening.needsText}
            isRequired={happening.needsText}
            rows={3}
            error={fieldProblem(record.problem, "text")}
          />
        )}
        <DialogFeet submit={words.record.submit} onCancel={onClose} busy={record.isBusy && words.common.busy} />
      </Form>
    </Dialog>
  );
}
