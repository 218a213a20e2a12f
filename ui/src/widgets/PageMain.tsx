/** The part of the page that changes with the place. It takes the focus when it appears, unless a field in it did. */
import { type ReactNode, useEffect, useRef } from "react";

export function PageMain({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = main.current;
    if (element !== null && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={main} id="page" className="page" tabIndex={-1}>
      {children}
    </main>
  );
}
