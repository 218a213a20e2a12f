/** Which printer, how often, on which sides: the same panel for one letter and for many. */
import { useState } from "react";
import { useRead } from "../backend/call";
import { Pick, Tick } from "../widgets/Choice";
import { Field } from "../widgets/Field";
import { words } from "../words/en-GB";

/** The printers there are, and what is chosen of them. `queue` is null while there is none. */
export function usePrinter() {
  const { answer } = useRead("print_queues", {});
  const [chosen, setQueue] = useState<string | null>(null);
  const [copies, setCopies] = useState("1");
  const [bothSides, setBothSides] = useState(false);
  const queues = answer?.queues ?? [];
  const queue = chosen ?? queues[0] ?? null;
  const none = answer !== undefined && queue === null ? (answer.problem ?? "") : null;
  return { queues, queue, none, setQueue, copies, setCopies, bothSides, setBothSides };
}

export function PrinterFields({ printer }: { printer: ReturnType<typeof usePrinter> }) {
  const { letter: said } = words;
  return (
    <>
      <Pick
        id="queue"
        label={said.printQueue}
        value={printer.queue ?? ""}
        onChange={printer.setQueue}
        options={printer.queues.map((name) => ({ value: name, name }))}
      />
      <Field
        id="copies"
        label={said.printCopies}
        value={printer.copies}
        onChange={(text) => printer.setCopies(text.replace(/\D/g, "").slice(0, 2))}
        inputMode="numeric"
        width="short"
      />
      <Tick id="bothSides" isSelected={printer.bothSides} onChange={printer.setBothSides}>
        {said.printBothSides}
      </Tick>
    </>
  );
}
