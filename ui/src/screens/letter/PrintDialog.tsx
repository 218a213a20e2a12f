/** Printing the frozen pages from here: which printer, how often, on which sides. "Save PDF" stays beside it. */
import { useRef } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { LetterView } from "../../backend/generated/LetterView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { FormDialog } from "../../widgets/FormDialog";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import { PrinterFields, usePrinter } from "../PrinterFields";

type PrintDialogProps = { letter: LetterView; onClose: () => void; onSave: () => void };

export function PrintDialog({ letter, onClose, onSave }: PrintDialogProps) {
  const printer = usePrinter();
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const { letter: said } = words;
  const print = useAct("letter_print", {
    onDone: () => {
      announce(said.printed);
      onClose();
    },
  });
  const submit = () => {
    const { queue, copies, bothSides } = printer;
    if (queue === null) return;
    const { letter: id, caseVersion } = letter;
    print.run({ commandId: commandId.current, letter: id, caseVersion, queue, copies: Number(copies), bothSides });
  };
  if (printer.none !== null) {
    return (
      <FormDialog title={said.printTitle} isOpen onClose={onClose} onSubmit={onSave} submit={said.savePdf}>
        <Notice tone="care" title={said.noPrinter}>
          {printer.none}
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
      <PrinterFields printer={printer} />
      <div>
        <Button kind="plain" onPress={onSave}>
          {said.savePdf}
        </Button>
      </div>
    </FormDialog>
  );
}
