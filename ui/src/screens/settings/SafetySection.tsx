/** Settings, Safety: where backups go and how they stand, another passphrase, another recovery key. */
import { useState } from "react";
import { useAct, useRead } from "../../backend/call";
import type { BackupStatus } from "../../backend/generated/BackupStatus";
import { newJob } from "../../backend/progress";
import { Button } from "../../widgets/Button";
import { SecretField } from "../../widgets/Field";
import { Form, FormPart } from "../../widgets/Form";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Progress } from "../../widgets/Progress";
import { words } from "../../words/en-GB";
import { NewPassphrase } from "../unlock/NewPassphrase";
import { useShowKey } from "../unlock/shownKey";

export function SafetySection() {
  return (
    <div className="stack stack--parts">
      <Backups />
      <ChangePassphrase />
      <NewRecoveryKey />
    </div>
  );
}

function Backups() {
  const { answer: status, problem } = useRead("backup_status", {});
  const [job] = useState(newJob);
  const choose = useAct("backup_choose_folder");
  const backUp = useAct("backup_now");
  const { safety } = words;
  return (
    <FormPart title={safety.backups} note={<p>{safety.backupsIntro}</p>}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {status !== undefined && <Standing status={status} />}
      {choose.problem !== undefined && <ProblemNotice problem={choose.problem} />}
      {backUp.problem !== undefined && <ProblemNotice problem={backUp.problem} />}
      {backUp.isBusy && <Progress job={job} label={safety.backingUp} />}
      <div className="row">
        {status?.folder != null && (
          <Button kind="main" onPress={() => backUp.run({ job })} busy={backUp.isBusy && safety.backingUp}>
            {safety.backUpNow}
          </Button>
        )}
        <Button
          kind={status?.folder == null ? "main" : "plain"}
          onPress={() => choose.run({})}
          busy={choose.isBusy && words.common.busy}
        >
          {status?.folder == null ? safety.chooseFolder : safety.chooseOther}
        </Button>
      </div>
    </FormPart>
  );
}

function Standing({ status }: { status: BackupStatus }) {
  const { safety } = words;
  const tone = status.isOverdue ? "wrong" : status.isDue ? "care" : "good";
  return (
    <>
      <p>
        <strong>{safety.folder}:</strong> {status.folder ?? safety.noFolder}
      </p>
      <Notice tone={tone} role="status" {...(status.isOverdue && { title: safety.overdue })}>
        <p>{status.sentence}</p>
      </Notice>
      {status.problem !== null && (
        <Notice tone="wrong" title={safety.notMade}>
          <p>{status.problem}</p>
        </Notice>
      )}
      {status.warning !== null && (
        <Notice tone="care" title={safety.better}>
          <p>{status.warning}</p>
        </Notice>
      )}
    </>
  );
}

const nothing = { passphrase: "", again: "" };

function ChangePassphrase() {
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(nothing);
  const [said, setSaid] = useState<string>();
  const change = useAct("passphrase_change", {
    onDone: ({ sentence }) => {
      setCurrent("");
      setChosen(nothing);
      setSaid(sentence);
    },
  });
  const { safety } = words;
  return (
    <Form
      name={safety.change}
      problem={change.problem}
      onSubmit={() => {
        setSaid(undefined);
        change.run({ current, new: chosen.passphrase, again: chosen.again });
      }}
    >
      <FormPart title={safety.passphrase} note={<p>{safety.passphraseIntro}</p>}>
        {said !== undefined && (
          <Notice tone="good" title={safety.changed} role="status">
            <p>{said}</p>
          </Notice>
        )}
        <SecretField
          id="current"
          label={safety.current}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <NewPassphrase
          id="new"
          label={safety.fresh}
          againLabel={safety.again}
          chosen={chosen}
          onChange={setChosen}
          problem={change.problem}
          onForget={change.forget}
        />
        <div className="row">
          <Button kind="main" isSubmit busy={change.isBusy && safety.changing}>
            {safety.change}
          </Button>
        </div>
      </FormPart>
    </Form>
  );
}

function NewRecoveryKey() {
  const renew = useAct("recovery_renew", { onDone: useShowKey() });
  const { safety } = words;
  return (
    <FormPart title={safety.recovery} note={<p>{safety.recoveryIntro}</p>}>
      {renew.problem !== undefined && <ProblemNotice problem={renew.problem} />}
      <div className="row">
        <Button kind="plain" onPress={() => renew.run({})} busy={renew.isBusy && safety.renewing}>
          {safety.renew}
        </Button>
      </div>
    </FormPart>
  );
}
