/**
 * The id of a rule, as a small mark after the words it belongs to. Pressed, it says what the rule asks and where it comes
 * from, without leaving what one is doing.
 */
import { createContext, type ReactElement, useContext, useRef, useState } from "react";
import { Button, Dialog, Heading, Popover } from "react-aria-components";
import { words } from "../words/en-GB";
import "./field.css";
import "./rule.css";

/** How the entry of a rule is drawn; `onLeave` closes the entry on the way to the list, if one may leave at all. */
type Entry = (rule: { id: string; onLeave: (() => void) | undefined }) => ReactElement | null;

const BookContext = createContext<Entry | null>(null);

/** The book in which the marks within are looked up. Without one, as while the casebook is locked, they are only read. */
export const RuleBook = BookContext;

/** The mark of a field: seen beside its label, reached after what is typed, so that it is in nobody's way. */
export function FieldRule({ id }: { id: string | undefined }) {
  if (id === undefined || id === "") return null;
  return (
    <span className="field__rule">
      <Rule id={id} />
    </span>
  );
}

export function Rule({ id, source }: { id: string; source?: string }) {
  const Entry = useContext(BookContext);
  const mark = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isInDialog, setInDialog] = useState(false);
  if (Entry === null) {
    return (
      <span className="rule" title={source}>
        <span className="unseen">{words.common.rule("")}</span>
        {id}
        {source !== undefined && source !== "" && <span className="unseen">, {source}</span>}
      </span>
    );
  }
  return (
    <>
      <Button
        ref={mark}
        // A field the mark stands in, as a list of choices, has a button of its own: this is not it.
        slot={null}
        className="rule rule--opens"
        aria-label={words.common.rule(id)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={({ target }) => {
          setInDialog(target.closest("[data-modal]") !== null);
          setOpen(!isOpen);
        }}
      >
        {id}
      </Button>
      {/* Only while it is open: a list of choices also draws what it holds where nothing is seen. */}
      {isOpen && (
        <Popover slot={null} triggerRef={mark} isOpen onOpenChange={setOpen} className="popover rule__popover">
          <Dialog slot={null} className="rule__entry">
            <Heading slot="title" level={2} className="rule__title">
              {words.common.rule(id)}
            </Heading>
            <Entry id={id} onLeave={isInDialog ? undefined : () => setOpen(false)} />
          </Dialog>
        </Popover>
      )}
    </>
  );
}
