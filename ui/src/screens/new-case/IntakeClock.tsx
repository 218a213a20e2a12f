/** The clock this request would have, while it is typed. */
import { useState } from "react";
import type { IntakePreviewed } from "../../backend/generated/IntakePreviewed";
import { Clock } from "../../widgets/Clock";
import { useWindowMatches } from "../../widgets/media";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";

export function IntakeClock({ preview }: { preview: IntakePreviewed | undefined }) {
  const clocks = preview?.clocks ?? [];
  const { newCase, clock: said } = words;
  // At 200 % the clock stands above the form: there the reason is one press away, so that the form stays near.
  const isNarrow = useWindowMatches("(max-width: 980px)");
  const [asksWhy, setAsksWhy] = useState(false);
  return (
    <aside className="new-case__clock" aria-label={newCase.clock} aria-live="polite">
      {clocks.length === 0 ? (
        <section className="clock card clock--empty">
          <h2 className="eyebrow">{newCase.clock}</h2>
          <p className="quiet">{newCase.clockEmpty}</p>
        </section>
      ) : (
        clocks.map((clock) => (
          <Clock
            key={clock.right}
            clock={clock}
            isOneOfMany={clocks.length > 1}
            isWhyShown={!isNarrow || asksWhy}
            onWhy={isNarrow ? () => setAsksWhy(!asksWhy) : undefined}
          />
        ))
      )}
      {preview !== undefined && preview.advisories.length > 0 && (
        <Notice tone="care" title={said.bearInMind}>
          <ul>
            {preview.advisories.map((advice) => (
              <li key={advice}>{advice}</li>
            ))}
          </ul>
        </Notice>
      )}
    </aside>
  );
}
