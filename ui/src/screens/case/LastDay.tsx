/** The last day of each right, beside the case; W shows and hides the reason, which can be saved as a page. */
import { actions } from "../../app/actions";
import { changeDevice, useDevice } from "../../app/device";
import { useOffer } from "../../app/shortcuts";
import { useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Clock } from "../../widgets/Clock";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";

export function LastDay({ view }: { view: CaseView }) {
  const { clocks } = view;
  const { showWhy } = useDevice();
  const toggle = () => changeDevice({ showWhy: !showWhy });
  useOffer({ why: clocks.length > 0 ? toggle : undefined });
  const announce = useAnnounce();
  const { case: said } = words;
  const save = useAct("why_sheet_save", { onDone: ({ fileName }) => announce(said.savedWhy(fileName)) });
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
          after={
            showWhy && (
              <div className="clock__toggle">
                <Button
                  kind="plain"
                  onPress={() => save.run({ case: view.case, right: clock.right })}
                  {...(clocks.length > 1 && { name: said.saveWhyOf(clock.rightWords) })}
                >
                  {said.saveWhy}
                </Button>
              </div>
            )
          }
        />
      ))}
      {save.problem !== undefined && save.problem.error.kind !== "cancelled" && (
        <ProblemNotice problem={save.problem} />
      )}
    </aside>
  );
}
