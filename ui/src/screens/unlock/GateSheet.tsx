/** The sheet on which making and unlocking a casebook stand. */
import type { ReactNode } from "react";
import { words } from "../../words/en-GB";
import "./unlock.css";

export function GateSheet({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  return (
    <main className="gate">
      <div className={isWide ? "gate__sheet gate__sheet--wide" : "gate__sheet"}>
        <p className="gate__name">
          <span className="sidebar__sign" aria-hidden="true" />
          {words.product}
        </p>
        {children}
      </div>
    </main>
  );
}

/** Where one is on the way to a casebook: 1 to 3. */
export function GateSteps({ current }: { current: number }) {
  const { steps, stepOf } = words.firstRun;
  return (
    <ol className="gate__steps" aria-label={stepOf(current, steps.length)}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index + 1 === current ? "step" : undefined}
          data-done={index + 1 < current ? "" : undefined}
        >
          <span className="gate__step-number" aria-hidden="true">
            {index + 1 < current ? "✓" : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
