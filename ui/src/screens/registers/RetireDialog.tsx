/** An entry that holds no longer: until when it did. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { RegisterCode } from "../../backend/generated/RegisterCode";
import type { RegisterEntry } from "../../backend/generated/RegisterEntry";
import { useAnnounce } from "../../widgets/Announcements";
import { DateField } from "../../widgets/DateField";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";

type Props = { register: RegisterCode; entry: RegisterEntry; today: string; onClose: () => void };

export function RetireDialog({ register, entry, today, onClose }: Props) {
  const { retire, isRetired } = words.registers;
  const [until, setUntil] = useState<string | null>(today);
  const announce = useAnnounce();
  const remove = useAct("register_remove", {
    onDone: () => {
      announce(isRetired(entry.form.name));
      onClose();
    },
  });
  return (
    <FormDialog
      title={retire.title(entry.form.name)}
      isOpen
      onClose={onClose}
      submit={retire.submit}
      busy={remove.isBusy && words.common.busy}
      problem={remove.problem}
      intro={retire.intro}
      onSubmit={() => {
        if (until !== null) remove.run({ register, entry: entry.entry, revision: entry.revision, until });
      }}
    >
      <DateField id="until" label={retire.until} value={until} onChange={setUntil} isRequired />
    </FormDialog>
  );
}
