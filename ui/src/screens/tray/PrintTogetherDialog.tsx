/** Many letters straight to a printer, one after the other; each is recorded as soon as the printer has taken it. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../backend/call";
import type { TrayRecorded } from "../../backend/generated/TrayRecorded";
import type { TrayRow } from "../../backend/generated/TrayRow";
import { newJob } from "../../backend/progress";
import { FormDialog } from "../../widgets/FormDialog";
import { Notice } from "../../widgets/Notice";
import { Progress } from "../../widgets/Progress";
import { words } from "../../words/en-GB";
import { PrinterFields, usePrinter } from "../PrinterFields";

type Props = {
  rows: readonly TrayRow[];
  onClose: () => void;
  onFile: () => void;
  onDone: (answer: TrayRecorded) => void;
};

export function PrintTogetherDialog({ rows, onClose, onFile, onDone }: Props) {
  const printer = usePrinter();
  const [job] = useState(newJob);
  const ids = useRef<Record<string, string>>({});
  const { tray: said, letter } = words;
  const print = useAct("tray_print", { onDone });
  /** The same letter asked for again is the same command, and is not printed twice. */
  const idOf = (id: string) => {
    ids.current[id] ??= newCommandId();
    return ids.current[id];
  };
  const title = said.printAllTitle(rows.length);
  if (printer.none !== null) {
    return (
      <FormDialog title={title} isOpen onClose={onClose} onSubmit={onFile} submit={said.printFile}>
        <Notice tone="care" title={letter.noPrinter}>
          {printer.none}
        </Notice>
      </FormDialog>
    );
  }
  const submit = () => {
    const { queue, copies, bothSides } = printer;
    if (queue === null) return;
    const letters = rows.map((row) => ({ commandId: idOf(row.letter), letter: row.letter }));
    print.run({ letters, queue, copies: Number(copies), bothSides, job });
  };
  return (
    <FormDialog
      title={title}
      intro={said.printAllIntro}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      submit={letter.printSubmit}
      problem={print.problem}
      busy={print.isBusy && letter.printing}
    >
      <PrinterFields printer={printer} />
      {print.isBusy && <Progress job={job} label={letter.printing} />}
    </FormDialog>
  );
}
