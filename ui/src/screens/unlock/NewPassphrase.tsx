/** Choosing a passphrase: two fields, what the core thinks of it while it is typed, and one drawn by chance. */
import { useState } from "react";
import type { Problem } from "../../backend/backend";
import { useAct, useRead } from "../../backend/call";
import { useSettled } from "../../backend/settled";
import { Button } from "../../widgets/Button";
import { SecretField } from "../../widgets/Field";
import { fieldProblem, ProblemNotice } from "../../widgets/Problems";
import { Mark } from "../../widgets/Status";
import { words } from "../../words/en-GB";

export type Chosen = { passphrase: string; again: string };

type NewPassphraseProps = {
  /** The name of the first field in the request. */
  id: "passphrase" | "new";
  label: string;
  againLabel: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  problem: Problem | undefined;
  /** What was wrong is no longer what is typed. */
  onForget: () => void;
  autoFocus?: boolean;
};

export function NewPassphrase(props: NewPassphraseProps) {
  const { id, label, againLabel, chosen, onChange, problem, onForget, autoFocus = false } = props;
  const change = (part: Partial<Chosen>) => {
    // Red beside green would contradict each other: a refusal goes once something else is typed.
    if (problem !== undefined) onForget();
    onChange({ ...chosen, ...part });
  };
  return (
    <>
      <SecretField
        id={id}
        label={label}
        help={words.firstRun.passphraseHelp}
        value={chosen.passphrase}
        onChange={(passphrase) => change({ passphrase })}
        error={fieldProblem(problem, id)}
        autoComplete="new-password"
        autoFocus={autoFocus}
        status={fieldProblem(problem, id) === undefined && <Judgement passphrase={chosen.passphrase} />}
      />
      <Suggestion onUse={(passphrase) => change({ passphrase, again: passphrase })} />
      <SecretField
        id="again"
        label={againLabel}
        value={chosen.again}
        onChange={(again) => change({ again })}
        error={fieldProblem(problem, "again")}
        autoComplete="new-password"
        status={fieldProblem(problem, "again") === undefined && <SameAgain {...chosen} />}
      />
    </>
  );
}

/** One drawn by chance, shown so that it can be written down. */
function Suggestion({ onUse }: { onUse: (passphrase: string) => void }) {
  const [drawn, setDrawn] = useState<string>();
  const suggest = useAct("passphrase_suggest", { onDone: ({ passphrase }) => setDrawn(passphrase) });
  const { safety, common } = words;
  return (
    <div className="stack stack--tight">
      {suggest.problem !== undefined && <ProblemNotice problem={suggest.problem} />}
      {drawn !== undefined && (
        <>
          <output className="suggestion" aria-label={safety.suggestedLabel}>
            {drawn}
          </output>
          <p className="quiet">{safety.suggested}</p>
        </>
      )}
      <div className="row">
        {drawn !== undefined && (
          <Button kind="plain" onPress={() => onUse(drawn)}>
            {safety.use}
          </Button>
        )}
        <Button kind="plain" onPress={() => suggest.run({})} busy={suggest.isBusy && common.busy}>
          {drawn === undefined ? safety.suggest : safety.suggestAnother}
        </Button>
      </div>
    </div>
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

function SameAgain({ passphrase, again }: Chosen) {
  const isSame = passphrase === again;
  if (again === "") return null;
  return (
    <p className={isSame ? "judgement judgement--good" : "judgement"} role="status">
      <Mark urgency={isSame ? "done" : "waiting"} />
      <span>{isSame ? words.firstRun.againSame : words.firstRun.againDiffers}</span>
    </p>
  );
}
