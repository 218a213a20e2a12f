/** Letters that went out together: one day, one way, one place; a tracking number for each that has one. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { PostalClass } from "../../backend/generated/PostalClass";
import type { TrayRecorded } from "../../backend/generated/TrayRecorded";
import type { TrayRow } from "../../backend/generated/TrayRow";
import { Pick } from "../../widgets/Choice";
import { DateField } from "../../widgets/DateField";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { waysOut } from "../waysOut";

const classes = Object.keys(words.postalClasses) as PostalClass[];
const isTracked = (code: PostalClass) => code !== "first" && code !== "second";

type Props = {
  rows: readonly TrayRow[];
  today: string;
  onClose: () => void;
  onDone: (answer: TrayRecorded) => void;
};

export function SentTogetherDialog({ rows, today, onClose, onDone }: Props) {
  const [on, setOn] = useState<string | null>(today);
  const [channel, setChannel] = useState<ChannelCode>("post");
  const [postalClass, setClass] = useState<PostalClass>("first");
  const [place, setPlace] = useState("");
  const [tracking, setTracking] = useState<Record<string, string>>({});
  const ids = useRef<Record<string, string>>({});
  const { tray: said, letter } = words;
  const record = useAct("tray_record_sent", { onDone });
  const isPost = channel === "post";
  /** The same letter asked for again is the same command. */
  const idOf = (id: string) => {
    ids.current[id] ??= newCommandId();
    return ids.current[id];
  };
  const submit = () => {
    if (on === null) return;
    const letters = rows.map((row) => ({
      commandId: idOf(row.letter),
      letter: row.letter,
      case: row.case,
      version: row.caseVersion,
      tracking: isPost && isTracked(postalClass) ? (tracking[row.letter] ?? "") : "",
    }));
    record.run({ letters, on, channel, class: isPost ? postalClass : null, place });
  };
  return (
    <FormDialog
      title={said.sentTitle(rows.length)}
      intro={letter.sentIntro}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      submit={said.sentSubmit}
      problem={record.problem}
      busy={record.isBusy && words.common.busy}
    >
      <DateField
        id="on"
        label={letter.on}
        value={on}
        onChange={setOn}
        error={on === null ? letter.onMissing : undefined}
        isRequired
      />
      <div className="columns">
        <Pick id="channel" label={letter.channel} value={channel} onChange={setChannel} options={waysOut()} />
        {isPost && (
          <Pick
            id="class"
            label={letter.class}
            value={postalClass}
            onChange={setClass}
            options={classes.map((code) => ({ value: code, name: words.postalClasses[code] }))}
          />
        )}
      </div>
      <Field id="place" label={letter.place} value={place} onChange={setPlace} isOptional />
      {isPost &&
        isTracked(postalClass) &&
        rows.map((row) => (
          <Field
            key={row.letter}
            id={`tracking.${row.letter}`}
            label={said.trackingOf(row.number ?? row.reference, row.to)}
            value={tracking[row.letter] ?? ""}
            onChange={(text) => setTracking({ ...tracking, [row.letter]: text })}
            isOptional
            isCode
          />
        ))}
    </FormDialog>
  );
}
