/** The clock this request would have, while it is typed. */
import type { IntakePreviewed } from "../../backend/generated/IntakePreviewed";
import { Clock } from "../../widgets/Clock";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";

export function IntakeClock({ preview }: { preview: IntakePreviewed | undefined }) {
  const clocks = preview?.clocks ?? [];
  const { newCase, clock: said } = words;
  return (
    <aside className="new-case__clock" aria-label={newCase.clock} aria-live="polite">
      {clocks.length === 0 ? (
        <section className="clock card clock--empty">
          <h3>{newCase.clock}</h3>
          <p className="quiet">{newCase.clockEmpty}</p>
        </section>
      ) : (
        clocks.map((clock) => <Clock key={clock.right} clock={clock} isOneOfMany={clocks.length > 1} isWhyShown />)
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
