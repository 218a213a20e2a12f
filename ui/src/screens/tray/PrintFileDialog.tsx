/** Many letters as one file to print, each beginning on a new sheet. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { TrayRow } from "../../backend/generated/TrayRow";
import { useAnnounce } from "../../widgets/Announcements";
import { Tick } from "../../widgets/Choice";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";

export function PrintFileDialog({ rows, onClose }: { rows: readonly TrayRow[]; onClose: () => void }) {
  const [bothSides, setBothSides] = useState(true);
  const announce = useAnnounce();
  const { tray: said } = words;
  const save = useAct("tray_print_file", {
    onDone: (printed) => {
      announce(said.printed(printed.fileName, printed.pages));
      onClose();
    },
  });
  return (
    <FormDialog
      title={said.printTitle}
      intro={said.printIntro(rows.length)}
      isOpen
      onClose={onClose}
      onSubmit={() => save.run({ letters: rows.map((row) => row.letter), bothSides })}
      submit={said.printSubmit}
      problem={save.problem}
      busy={save.isBusy && words.common.busy}
    >
      <Tick id="bothSides" isSelected={bothSides} onChange={setBothSides}>
        {said.bothSides}
      </Tick>
    </FormDialog>
  );
}
