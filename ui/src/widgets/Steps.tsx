/** Where one is on a way of a few steps. Each says by shape and word whether it is done, under way, to come or stopped. */
import { Check, Pause } from "lucide-react";
import { words } from "../words/en-GB";
import "./steps.css";

type StepState = "done" | "here" | "toCome" | "stopped";
export type StepOf = { key: string; title: string; state: StepState; aside?: string };

export function Steps({ name, steps }: { name: string; steps: readonly StepOf[] }) {
  return (
    <ol className="steps" aria-label={name}>
      {steps.map(({ key, title, state, aside }, index) => (
        <li
          key={key}
          className={`steps__one steps__one--${state}`}
          aria-current={state === "here" ? "step" : undefined}
        >
          <span className="steps__mark" aria-hidden="true">
            {state === "done" && <Check size={13} strokeWidth={3} />}
            {state === "stopped" && <Pause size={12} strokeWidth={3} />}
            {(state === "here" || state === "toCome") && index + 1}
          </span>
          <span className="steps__what">
            <span className="steps__title">{title}</span>
            <span className="unseen">{`, ${words.steps[state]}`}</span>
            {aside !== undefined && aside !== "" && <span className="steps__aside">{aside}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
