/** A place that has not reported is asked again, or somebody above hears of it (SEARCH-1). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { FollowCode } from "../../../backend/generated/FollowCode";
import type { SearchView } from "../../../backend/generated/SearchView";
import { useAnnounce } from "../../../widgets/Announcements";
import { DateField } from "../../../widgets/DateField";
import { Field, LongField } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";

type FollowDialogProps = {
  view: CaseView;
  search: SearchView;
  what: FollowCode;
  today: string;
  onClose: () => void;
};

const { search: said, common } = words;

export function FollowDialog({ view, search, what, today, onClose }: FollowDialogProps) {
  const [on, setOn] = useState<string | null>(today);
  const [text, setText] = useState("");
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const of = said[what];
  const follow = useAct("search_follow", {
    onDone: () => {
      announce(of.done(search.place));
      onClose();
    },
  });
  const field = { id: "text", value: text, onChange: setText };
  return (
    <FormDialog
      title={of.title(search.place)}
      isOpen
      onClose={onClose}
      intro={of.intro}
      submit={of.submit}
      busy={follow.isBusy && common.busy}
      problem={follow.problem}
      onSubmit={() => {
        if (on === null) return;
        const { case: id, version } = view;
        follow.run({ commandId: commandId.current, case: id, version, search: search.search, what, on, text });
      }}
    >
      {what === "chase" ? (
        <LongField {...field} label={said.chase.note} rows={2} isOptional autoFocus />
      ) : (
        <Field {...field} label={said.escalate.to} help={said.escalate.toHelp} rule="SEARCH-1" isRequired autoFocus />
      )}
      <DateField id="on" label={of.on} value={on} onChange={setOn} isRequired />
    </FormDialog>
  );
}
