/** The first thing ever seen: choosing the passphrase of a new casebook. */
import { useState } from "react";
import { useAct, useRead } from "../../backend/call";
import type { RecoveryKeyShown } from "../../backend/generated/RecoveryKeyShown";
import { useSettled } from "../../backend/settled";
import { Button } from "../../widgets/Button";
import { SecretField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { fieldProblem } from "../../widgets/Problems";
import { Mark } from "../../widgets/Status";
import { words } from "../../words/en-GB";
import { GateSheet, GateSteps } from "./GateSheet";

type FirstPassphraseProps = { problem: string | null; onCreated: (key: RecoveryKeyShown) => void };

export function FirstPassphrase({ problem, onCreated }: FirstPassphraseProps) {
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const create = useAct("casebook_create", { onDone: onCreated });
  const { firstRun } = words;

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
      <Form name={firstRun.passphraseTitle} problem={create.problem} onSubmit={() => create.run({ passphrase, again })}>
        <SecretField
          id="passphrase"
          label={firstRun.passphrase}
          help={firstRun.passphraseHelp}
          value={passphrase}
          onChange={setPassphrase}
          error={fieldProblem(create.problem, "passphrase")}
          autoComplete="new-password"
          autoFocus
          status={<Judgement passphrase={passphrase} />}
        />
        <SecretField
          id="again"
          label={firstRun.again}
          value={again}
          onChange={setAgain}
          error={fieldProblem(create.problem, "again")}
          autoComplete="new-password"
          status={<SameAgain passphrase={passphrase} again={again} />}
        />
        <div className="row">
          <Button kind="main" isSubmit busy={create.isBusy && firstRun.creating}>
            {firstRun.create}
          </Button>
        </div>
      </Form>
    </GateSheet>
  );
}

/** What the core thinks of the passphrase, while it is typed. */
function Judgement({ passphrase }: { passphrase: string }) {
  const settled = useSettled(passphrase, 150);
  const { answer } = useRead("passphrase_judge", { passphrase: settled }, { skip: settled === "" });
  const isGood = passphrase !== "" && answer?.accepted === true;
  return (
    <p className={isGood ? "judgement judgement--good" : "judgement"} role="status">
      <Mark urgency={isGood ? "done" : "waiting"} />
      <span>{passphrase === "" || answer === undefined ? words.firstRun.judging : answer.sentence}</span>
    </p>
  );
}

function SameAgain({ passphrase, again }: { passphrase: string; again: string }) {
  const isSame = passphrase === again;
  if (again === "") return null;
  return (
    <p className={isSame ? "judgement judgement--good" : "judgement"} role="status">
      <Mark urgency={isSame ? "done" : "waiting"} />
      <span>{isSame ? words.firstRun.againSame : words.firstRun.againDiffers}</span>
    </p>
  );
}
