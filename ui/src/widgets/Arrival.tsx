/** Something that has just taken the place of what one was working on: it takes the focus, so that it is read. */
import { type ReactNode, useEffect, useRef } from "react";

export function Arrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="arrival">
      {children}
    </div>
  );
}
