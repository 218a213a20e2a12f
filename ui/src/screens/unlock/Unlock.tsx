/** Opening the casebook, with the passphrase or with the recovery key. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import { Button } from "../../widgets/Button";
import { Field, SecretField } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { words } from "../../words/en-GB";
import { GateSheet } from "./GateSheet";

export function Unlock({ problem, wasLocked }: { problem: string | null; wasLocked: boolean }) {
  const [passphrase, setPassphrase] = useState("");
  const [recoveryKey, setRecoveryKey] = useState("");
  const [withKey, setWithKey] = useState(false);
  const unlock = useAct("casebook_unlock", {
    onProblem: () => {
      setPassphrase("");
    },
  });
  const { unlock: said } = words;

  return (
    <GateSheet>
      <h1>{said.title}</h1>
      {problem !== null && (
        <Notice tone="wrong" title={said.cannot} role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {wasLocked && unlock.problem === undefined && <p className="quiet">{said.locked}</p>}
      <Form
        name={said.title}
        problem={unlock.problem}
        onSubmit={() => unlock.run(withKey ? { passphrase: null, recoveryKey } : { passphrase, recoveryKey: null })}
      >
        {withKey ? (
          <Field
            key="recoveryKey"
            id="recoveryKey"
            label={said.recoveryKey}
            help={said.recoveryHelp}
            value={recoveryKey}
            onChange={setRecoveryKey}
            isCode
            autoFocus
          />
        ) : (
          <SecretField
            key="passphrase"
            id="passphrase"
            label={said.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            autoComplete="current-password"
            autoFocus
          />
        )}
        <div className="row">
          <Button kind="main" isSubmit busy={unlock.isBusy && said.unlocking}>
            {said.unlock}
          </Button>
          <Button
            kind="plain"
            onPress={() => {
              unlock.forget();
              setWithKey(!withKey);
            }}
          >
            {withKey ? said.usePassphrase : said.useRecovery}
          </Button>
        </div>
      </Form>
    </GateSheet>
  );
}
