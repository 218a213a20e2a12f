/** The first thing ever seen: choosing the passphrase of a new casebook, or bringing one back. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { RecoveryKeyShown } from "../../backend/generated/RecoveryKeyShown";
import { Button } from "../../widgets/Button";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import { GateSheet, GateSteps } from "./GateSheet";
import { NewPassphrase } from "./NewPassphrase";
import { Restore } from "./Restore";

type FirstPassphraseProps = { problem: string | null; onCreated: (key: RecoveryKeyShown) => void };

export function FirstPassphrase({ problem, onCreated }: FirstPassphraseProps) {
  const [chosen, setChosen] = useState({ passphrase: "", again: "" });
  const [isRestoring, setRestoring] = useState(false);
  const create = useAct("casebook_create", { onDone: onCreated });
  const { firstRun } = words;
  if (isRestoring) return <Restore onBack={() => setRestoring(false)} />;

  return (
    <GateSheet isWide>
      <GateSteps current={1} />
      <div className="stack stack--tight">
        <h1>{firstRun.passphraseTitle}</h1>
        <p className="quiet">{firstRun.passphraseIntro}</p>
      </div>
      {problem !== null && (
        <Notice tone="wrong" title={words.unlock.cannot} role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <Form name={firstRun.passphraseTitle} problem={create.problem} onSubmit={() => create.run(chosen)}>
        <NewPassphrase
          id="passphrase"
          label={firstRun.passphrase}
          againLabel={firstRun.again}
          chosen={chosen}
          onChange={setChosen}
          problem={create.problem}
          onForget={create.forget}
          autoFocus
        />
        <div className="row">
          <Button kind="main" isSubmit busy={create.isBusy && firstRun.creating}>
            {firstRun.create}
          </Button>
          <Button kind="plain" onPress={() => setRestoring(true)}>
            {words.restore.link}
          </Button>
        </div>
      </Form>
    </GateSheet>
  );
}
