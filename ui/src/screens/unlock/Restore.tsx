/** A casebook brought back from a backup: the folder, which backup, what opens it. */
import { useState } from "react";
import { useAct } from "../../backend/call";
import type { BackupFound } from "../../backend/generated/BackupFound";
import { Button } from "../../widgets/Button";
import { Choice } from "../../widgets/Choice";
import { Form } from "../../widgets/Form";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { GateSheet } from "./GateSheet";
import { nothingTyped, OpenerField, OpenerSwitch, opens } from "./Opener";
import { others, useWait, WaitWords, WrongWords } from "./Wait";

export function Restore({ onBack }: { onBack: () => void }) {
  const [found, setFound] = useState<BackupFound>();
  const inspect = useAct("backup_inspect", { onDone: setFound });
  const { restore } = words;
  return (
    <GateSheet isWide>
      <div className="stack stack--tight">
        <h1>{restore.title}</h1>
        <p className="quiet">{restore.intro}</p>
      </div>
      {inspect.problem !== undefined && <ProblemNotice problem={inspect.problem} />}
      <div className="row">
        <Button
          kind={found === undefined ? "main" : "plain"}
          onPress={() => inspect.run({})}
          busy={inspect.isBusy && restore.choosing}
        >
          {found === undefined ? restore.choose : words.safety.chooseOther}
        </Button>
        <Button kind="plain" onPress={onBack}>
          {restore.back}
        </Button>
      </div>
      {found !== undefined && <Which found={found} />}
    </GateSheet>
  );
}

function Which({ found }: { found: BackupFound }) {
  const usable = found.backups.find((backup) => backup.problem === null);
  const [snapshot, setSnapshot] = useState(usable?.snapshot ?? found.backups[0]?.snapshot ?? "");
  const [opening, setOpening] = useState(nothingTyped);
  const bring = useAct("casebook_restore");
  const wait = useWait(bring.problem);
  const { restore } = words;
  return (
    <Form
      name={restore.title}
      problem={others(bring.problem)}
      onSubmit={() => {
        if (wait === 0) bring.run({ snapshot, ...opens(opening) });
      }}
    >
      <Choice
        id="snapshot"
        label={restore.which}
        value={snapshot}
        options={found.backups.map((backup) => ({
          value: backup.snapshot,
          name: backup.made,
          help: backup.problem ?? backup.holds,
        }))}
        onChange={setSnapshot}
      />
      <p className="quiet">{restore.howToOpen}</p>
      <WrongWords problem={bring.problem} />
      <OpenerField opening={opening} onChange={setOpening} />
      <WaitWords seconds={wait} />
      <div className="row">
        <Button kind="main" isSubmit busy={bring.isBusy && restore.restoring}>
          {restore.restore}
        </Button>
        <OpenerSwitch opening={opening} onChange={setOpening} />
      </div>
    </Form>
  );
}
