/** Why this date: the numbered steps from receipt to last day, each with its rule. */
import type { StepView } from "../backend/generated/StepView";
import { Rule } from "./Rule";
import "./working.css";

type WorkingProps = {
  steps: readonly StepView[];
  /** The step that ends at the day shown, counted from 0. */
  end: number;
  name: string;
};

export function Working({ steps, end, name }: WorkingProps) {
  return (
    <ol className="working" aria-label={name}>
      {steps.map((step, index) => (
        // A working has no ids; its order is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a step is its identity
        <li key={index} className={index === end ? "working__step working__step--end" : "working__step"}>
          <span className="working__number" aria-hidden="true">
            {index + 1}
          </span>
          <span>
            {step.text} {step.rule !== "" && <Rule id={step.rule} source={step.source} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
