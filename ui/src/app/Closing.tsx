/** Shown while the program is about to end: what was typed is kept, a due backup is made. */
import { useClosing } from "../backend/call";
import { Dialog } from "../widgets/Dialog";
import { words } from "../words/en-GB";

export function Closing() {
  // It goes when the program ends or says that it stays, not by a key.
  return (
    <Dialog isAlert isOpen={useClosing()} title={words.closing.title} onClose={() => undefined}>
      <p>{words.closing.text}</p>
    </Dialog>
  );
}
