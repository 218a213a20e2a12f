/** The field for what opens a casebook: the passphrase, or the recovery key instead. */
import { Button } from "../../widgets/Button";
import { Field, SecretField } from "../../widgets/Field";
import { words } from "../../words/en-GB";

export type Opening = { withKey: boolean; passphrase: string; recoveryKey: string };

export const nothingTyped: Opening = { withKey: false, passphrase: "", recoveryKey: "" };

/** What is sent: one of the two. */
export const opens = ({ withKey, passphrase, recoveryKey }: Opening) =>
  withKey ? { passphrase: null, recoveryKey } : { passphrase, recoveryKey: null };

type OpenerProps = { opening: Opening; onChange: (opening: Opening) => void };

export function OpenerField({ opening, onChange }: OpenerProps) {
  const { unlock } = words;
  return opening.withKey ? (
    <Field
      key="recoveryKey"
      id="recoveryKey"
      label={unlock.recoveryKey}
      help={unlock.recoveryHelp}
      value={opening.recoveryKey}
      onChange={(recoveryKey) => onChange({ ...opening, recoveryKey })}
      isCode
      autoFocus
    />
  ) : (
    <SecretField
      key="passphrase"
      id="passphrase"
      label={unlock.passphrase}
      value={opening.passphrase}
      onChange={(passphrase) => onChange({ ...opening, passphrase })}
      autoComplete="current-password"
      autoFocus
    />
  );
}

export function OpenerSwitch({ opening, onChange }: OpenerProps) {
  const { unlock } = words;
  return (
    <Button kind="plain" onPress={() => onChange({ ...opening, withKey: !opening.withKey })}>
      {opening.withKey ? unlock.usePassphrase : unlock.useRecovery}
    </Button>
  );
}
