/** The last day of each right, beside the case; W shows and hides the reason, which can be saved as a page. */
import { useState } from "react";
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
import { WhatIfDialog } from "./WhatIfDialog";

export function LastDay({ view, today }: { view: CaseView; today: string }) {
  const { clocks } = view;
  const { showWhy } = useDevice();
  const toggle = () => changeDevice({ showWhy: !showWhy });
  const [isSupposing, setSupposing] = useState(false);
  // A closed case keeps its dates, whatever might still happen.
  const suppose = view.closed || clocks.length === 0 ? undefined : () => setSupposing(true);
  useOffer({ why: clocks.length > 0 ? toggle : undefined, whatIf: suppose });
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
            <div className="clock__foot">
              {showWhy && (
                <Button
                  kind="plain"
                  onPress={() => save.run({ case: view.case, right: clock.right })}
                  {...(clocks.length > 1 && { name: said.saveWhyOf(clock.rightWords) })}
                >
                  {said.saveWhy}
                </Button>
              )}
              {suppose !== undefined && index === clocks.length - 1 && (
                <Button kind="plain" keys={actions.whatIf.keys} onPress={suppose}>
                  {words.whatIf.open}
                </Button>
              )}
            </div>
          }
        />
      ))}
      {isSupposing && <WhatIfDialog view={view} today={today} onClose={() => setSupposing(false)} />}
      {save.problem !== undefined && save.problem.error.kind !== "cancelled" && (
        <ProblemNotice problem={save.problem} />
      )}
    </aside>
  );
}
