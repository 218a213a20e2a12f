/** The last day of each right, beside the case; W shows and hides the reason. */
import { actions } from "../../app/actions";
import { changeDevice, useDevice } from "../../app/device";
import { useOffer } from "../../app/shortcuts";
import type { ClockView } from "../../backend/generated/ClockView";
import { Clock } from "../../widgets/Clock";
import { words } from "../../words/en-GB";

export function LastDay({ clocks }: { clocks: readonly ClockView[] }) {
  const { showWhy } = useDevice();
  const toggle = () => changeDevice({ showWhy: !showWhy });
  useOffer({ why: clocks.length > 0 ? toggle : undefined });
  return (
    <aside className="case__day" aria-label={words.clock.lastDay}>
      {clocks.map((clock, index) => (
        <Clock
          key={clock.right}
          clock={clock}
          isOneOfMany={clocks.length > 1}
          isWhyShown={showWhy}
          onWhy={toggle}
          whyKeys={index === 0 ? actions.why.keys : undefined}
        />
      ))}
    </aside>
  );
}
