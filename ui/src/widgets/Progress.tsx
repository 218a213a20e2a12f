/** Long work under way: a bar, the words of what is being done, and a way to stop it. */
import { useState } from "react";
import { ProgressBar } from "react-aria-components";
import { useProgress } from "../backend/progress";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import "./progress.css";

type ProgressProps = {
  /** The name that was sent with the request. */
  job: string;
  /** What is being done, until the core says more. */
  label: string;
};

/** Shown while the request is under way, and taken away with its answer. */
export function Progress({ job, label }: ProgressProps) {
  const { shown, cancel } = useProgress(job);
  const [isStopping, setIsStopping] = useState(false);
  const isKnown = shown !== undefined && shown.of > 0;
  return (
    <div className="progress">
      <ProgressBar
        className="progress__bar"
        aria-label={label}
        isIndeterminate={!isKnown}
        {...(isKnown && { value: shown.done, maxValue: shown.of })}
      >
        {({ percentage }) => (
          <>
            <span className="progress__words">{shown?.words ?? label}</span>
            <span className="progress__count">{isKnown && words.progress.count(shown.done, shown.of)}</span>
            <svg className="progress__track" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
              <rect className="progress__done" width={percentage ?? 0} height="1" />
            </svg>
          </>
        )}
      </ProgressBar>
      <Button
        kind="plain"
        busy={isStopping && words.progress.stopping}
        onPress={() => {
          setIsStopping(true);
          cancel();
        }}
      >
        {words.common.cancel}
      </Button>
    </div>
  );
}
