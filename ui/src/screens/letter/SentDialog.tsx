/** Recording that a final letter left the building: by what way, on which day (SEND-1). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { PostalClass } from "../../backend/generated/PostalClass";
import { useAnnounce } from "../../widgets/Announcements";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { Field } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { words } from "../../words/en-GB";
import { waysOut } from "../waysOut";

const classes: readonly PostalClass[] = [
  "first",
  "second",
  "firstSigned",
  "secondSigned",
  "specialDelivery",
  "courier",
];

type SentDialogProps = {
  letter: string;
  caseVersion: number;
  electronic: boolean;
  today: string;
  onClose: () => void;
  onDone?: (view: CaseView) => void;
};

export function SentDialog({ letter, caseVersion, electronic, today, onClose, onDone }: SentDialogProps) {
  const [channel, setChannel] = useState<ChannelCode>(electronic ? "email" : "post");
  const [postalClass, setClass] = useState<PostalClass>("first");
  const [on, setOn] = useState<string | null>(today);
  const [tracking, setTracking] = useState("");
  const [place, setPlace] = useState("");
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const send = useAct("letter_record_sent", {
    onDone: (view) => {
      if (onDone !== undefined) return onDone(view);
      announce(words.clock.recorded(view.clocks[0]));
      onClose();
    },
  });
  const { letter: said } = words;
  const isPost = channel === "post";

  return (
    <Dialog title={said.sentTitle} isOpen onClose={onClose}>
      <p className="quiet">{said.sentIntro}</p>
      <Form
        name={said.sentTitle}
        problem={send.problem}
        onSubmit={() => {
          if (on === null) return;
          send.run({
            commandId: commandId.current,
            letter,
            caseVersion,
            channel,
            on,
            class: isPost ? postalClass : null,
            tracking: isPost ? tracking : "",
            place: channel === "post" || channel === "hand" ? place : "",
          });
        }}
      >
        <DateField
          id="on"
          label={said.on}
          value={on}
          onChange={setOn}
          error={on === null ? said.onMissing : undefined}
          isRequired
        />
        <div className="columns">
          <Pick id="channel" label={said.channel} value={channel} onChange={setChannel} options={waysOut()} />
          {isPost && (
            <Pick
              id="class"
              label={said.class}
              value={postalClass}
              onChange={setClass}
              options={classes.map((code) => ({ value: code, name: words.postalClasses[code] }))}
            />
          )}
        </div>
        {isPost && (
          <Field id="tracking" label={said.tracking} value={tracking} onChange={setTracking} isOptional isCode />
        )}
        {(isPost || channel === "hand") && (
          <Field id="place" label={said.place} value={place} onChange={setPlace} isOptional />
        )}
        <DialogFeet submit={said.sentSubmit} onCancel={onClose} busy={send.isBusy && words.common.busy} />
      </Form>
    </Dialog>
  );
}
