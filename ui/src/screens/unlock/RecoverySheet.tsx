/** The recovery key as a file, after a warning and a word typed against it. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import { Button } from "../../widgets/Button";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";

export function RecoverySheet() {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const save = useAct("recovery_save_sheet", { onDone: () => setOpen(false) });
  const { safety } = words;
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {safety.sheet}
      </Button>
      <FormDialog
        title={safety.sheetTitle}
        intro={safety.sheetIntro}
        isOpen={isOpen}
        onClose={() => {
          save.forget();
          setTyped("");
          setOpen(false);
        }}
        onSubmit={() => save.run({ typed })}
        submit={safety.sheetSave}
        problem={save.problem}
        busy={save.isBusy && words.common.busy}
      >
        <Field id="typed" label={safety.sheetTyped} value={typed} onChange={setTyped} width="short" isCode />
      </FormDialog>
    </>
  );
}
