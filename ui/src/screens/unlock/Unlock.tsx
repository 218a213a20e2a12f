/** Opening the casebook, with the passphrase or with the recovery key. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import { Button } from "../../widgets/Button";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { focusField } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { GateSheet } from "./GateSheet";
import { nothingTyped, OpenerField, OpenerSwitch, opens } from "./Opener";
import { Restore } from "./Restore";
import { others, useWait, WaitWords, WrongWords } from "./Wait";

export function Unlock({ problem, wasLocked }: { problem: string | null; wasLocked: boolean }) {
  const [opening, setOpening] = useState(nothingTyped);
  const [isRestoring, setRestoring] = useState(false);
  const unlock = useAct("casebook_unlock", {
    onProblem: ({ error }) => {
      // Not even tried while the wait lasts, so what was typed stays.
      const wasTried = error.kind === "wrongPassphrase" && error.waitSeconds === 0;
      if (wasTried) setOpening((before) => ({ ...before, passphrase: "" }));
      if (error.kind === "wrongPassphrase") focusField(opening.withKey ? "recoveryKey" : "passphrase");
    },
  });
  const wait = useWait(unlock.problem);
  const { unlock: said } = words;
  if (isRestoring) return <Restore onBack={() => setRestoring(false)} />;

  return (
    <GateSheet>
      <h1>{said.title}</h1>
      {problem !== null && (
        <Notice tone="wrong" title={said.cannot} role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {wasLocked && unlock.problem === undefined && (
        <p className="quiet" role="status">
          {said.locked}
        </p>
      )}
      <Form
        name={said.title}
        problem={others(unlock.problem)}
        onSubmit={() => {
          if (wait === 0) unlock.run(opens(opening));
        }}
      >
        <WrongWords problem={unlock.problem} />
        <OpenerField opening={opening} onChange={setOpening} />
        <WaitWords seconds={wait} />
        <div className="row">
          <Button kind="main" isSubmit busy={unlock.isBusy && said.unlocking}>
            {said.unlock}
          </Button>
          <OpenerSwitch
            opening={opening}
            onChange={(changed) => {
              unlock.forget();
              setOpening(changed);
            }}
          />
        </div>
      </Form>
      <div className="row">
        <Button kind="plain" onPress={() => setRestoring(true)}>
          {words.restore.link}
        </Button>
      </div>
    </GateSheet>
  );
}
