/** Printing the frozen pages from here: which printer, how often, on which sides. "Save PDF" stays beside it. */
import { useRef, useState } from "react";
import { newCommandId, useAct, useRead } from "../../backend/call";
import type { LetterView } from "../../backend/generated/LetterView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Pick, Tick } from "../../widgets/Choice";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { Notice } from "../../widgets/Notice";
import { fieldProblem } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

type PrintDialogProps = { letter: LetterView; onClose: () => void; onSave: () => void };

export function PrintDialog({ letter, onClose, onSave }: PrintDialogProps) {
  const { answer: printers } = useRead("print_queues", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [copies, setCopies] = useState("1");
  const [bothSides, setBothSides] = useState(false);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const { letter: said } = words;
  const print = useAct("letter_print", {
    onDone: () => {
      announce(said.printed);
      onClose();
    },
  });
  const queues = printers?.queues ?? [];
  const queue = chosen ?? queues[0] ?? null;
  const submit = () => {
    if (queue === null) return;
    const { letter: id, caseVersion } = letter;
    print.run({ commandId: commandId.current, letter: id, caseVersion, queue, copies: Number(copies), bothSides });
  };
  if (printers !== undefined && queue === null) {
    return (
      <FormDialog title={said.printTitle} isOpen onClose={onClose} onSubmit={onSave} submit={said.savePdf}>
        <Notice tone="care" title={said.noPrinter}>
          {printers.problem}
        </Notice>
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={said.printTitle}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      submit={said.printSubmit}
      problem={print.problem}
      busy={print.isBusy && said.printing}
    >
      <Pick
        id="queue"
        label={said.printQueue}
        value={queue ?? ""}
        onChange={setChosen}
        options={queues.map((name) => ({ value: name, name }))}
        error={fieldProblem(print.problem, "queue")}
      />
      <Field
        id="copies"
        label={said.printCopies}
        value={copies}
        onChange={(text) => setCopies(text.replace(/\D/g, "").slice(0, 2))}
        inputMode="numeric"
        width="short"
        error={fieldProblem(print.problem, "copies")}
      />
      <Tick id="bothSides" isSelected={bothSides} onChange={setBothSides}>
        {said.printBothSides}
      </Tick>
      <div>
        <Button kind="plain" onPress={onSave}>
          {said.savePdf}
        </Button>
      </div>
    </FormDialog>
  );
}
