/** The recovery key, shown once, and the two groups typed back that prove it is on paper. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { RecoveryKeyShown } from "../../backend/generated/RecoveryKeyShown";
import { Button } from "../../widgets/Button";
import { Field } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { GateSheet, GateSteps } from "./GateSheet";
import { RecoverySheet } from "./RecoverySheet";

type FirstRecoveryKeyProps = {
  shownKey: RecoveryKeyShown | null;
  onKey: (key: RecoveryKeyShown | null) => void;
  /** Whether this is a step of making a casebook, or a new key for one in use. */
  isFirst: boolean;
};

export function FirstRecoveryKey({ shownKey, onKey, isFirst }: FirstRecoveryKeyProps) {
  return (
    <GateSheet isWide>
      {isFirst && <GateSteps current={2} />}
      {shownKey === null ? <Renew onKey={onKey} /> : <TypeBack shownKey={shownKey} onKey={onKey} />}
    </GateSheet>
  );
}

function Renew({ onKey }: { onKey: (key: RecoveryKeyShown) => void }) {
  const renew = useAct("recovery_renew", { onDone: onKey });
  return (
    <div className="stack">
      <h1>{words.firstRun.recoveryLost}</h1>
      <p className="quiet">{words.firstRun.recoveryLostHelp}</p>
      {renew.problem !== undefined && <ProblemNotice problem={renew.problem} />}
      <div className="row">
        <Button kind="main" onPress={() => renew.run({})} busy={renew.isBusy && words.common.busy}>
          {words.firstRun.renew}
        </Button>
      </div>
    </div>
  );
}

function TypeBack({ shownKey, onKey }: { shownKey: RecoveryKeyShown; onKey: (key: null) => void }) {
  const [typed, setTyped] = useState<readonly string[]>(shownKey.ask.map(() => ""));
  const confirm = useAct("recovery_confirm", { onDone: () => onKey(null) });
  const { firstRun } = words;
  return (
    <>
      <div className="stack stack--tight">
        <h1>{firstRun.recoveryTitle}</h1>
        <p className="quiet">{firstRun.recoveryIntro}</p>
      </div>
      <ol className="recovery" aria-label={firstRun.recoveryGroups}>
        {shownKey.groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its number
          <li key={index}>
            <span className="recovery__number" aria-hidden="true">
              {index + 1}
            </span>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <Form name={firstRun.recoveryAsk} problem={confirm.problem} onSubmit={() => confirm.run({ groups: [...typed] })}>
        <div className="stack stack--tight">
          <h2>{firstRun.recoveryAsk}</h2>
          <p className="quiet">{firstRun.recoveryAskHelp}</p>
        </div>
        <div className="row">
          {shownKey.ask.map((number, place) => (
            <Field
              key={number}
              id={`groups.${place}`}
              label={firstRun.group(number)}
              value={typed[place] ?? ""}
              onChange={(text) => setTyped(typed.map((before, index) => (index === place ? text : before)))}
              isCode
              width="short"
            />
          ))}
        </div>
        <div className="row">
          <Button kind="main" isSubmit busy={confirm.isBusy && words.common.busy}>
            {firstRun.confirm}
          </Button>
        </div>
      </Form>
      <div className="row">
        <RecoverySheet />
      </div>
    </>
  );
}
