/** The left part of the bar above each screen: the screen says what stands there. */
import { ChevronLeft } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { createPortal } from "react-dom";

type Slot = { holder: HTMLElement | null; setHolder: (holder: HTMLElement | null) => void };
const SlotContext = createContext<Slot>({ holder: null, setHolder: () => undefined });

export function TopBarProvider({ children }: { children: ReactNode }) {
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  return <SlotContext value={{ holder, setHolder }}>{children}</SlotContext>;
}

export function TopBarSlot() {
  const { setHolder } = useContext(SlotContext);
  return <div className="topbar__left" ref={setHolder} />;
}

/** What the screen puts into the bar. */
export function TopBar({ children }: { children: ReactNode }) {
  const { holder } = useContext(SlotContext);
  return holder === null ? null : createPortal(children, holder);
}

/** The way up: from a case to the cases, from a letter to its case. */
export function UpLink({ href, onPress, children }: { href: string; onPress: () => void; children: ReactNode }) {
  return (
    <a
      className="uplink"
      href={href}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      <ChevronLeft size={16} aria-hidden="true" />
      {children}
    </a>
  );
}
