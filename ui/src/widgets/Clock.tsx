/** The last day of one right: the date, what is left, when to post, and beside it the reason. */
import type { ReactNode } from "react";
import type { ClockView } from "../backend/generated/ClockView";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import "./clock.css";
import { Rule } from "./Rule";
import "./status.css";
import { Mark } from "./Status";
import { Working } from "./Working";

type ClockProps = {
  clock: ClockView;
  /** Says which right, where a case has more than one. */
  isOneOfMany?: boolean;
  isWhyShown: boolean;
  /** Absent where the reason always shows. */
  onWhy?: (() => void) | undefined;
  whyKeys?: string | undefined;
  after?: ReactNode;
};

export function Clock({ clock, isOneOfMany = false, isWhyShown, onWhy, whyKeys, after }: ClockProps) {
  const { lastDay, dueFinal, working } = clock;
  // The step that ends at the day shown; where the two ways of counting differ, its sentence says which day is which.
  const end = lastDay === null ? -1 : working.findLastIndex((step) => step.date === lastDay);
  const which = lastDay === dueFinal ? undefined : working[end]?.text;
  // The sentence may also say that the post is too slow by now; then it names no day to post by.
  const isPostBy = clock.postByFirst !== null && clock.postByWords.includes(words.dates.shortDay(clock.postByFirst));
  const title = isOneOfMany ? words.clock.lastDayOf(clock.rightWords) : words.clock.lastDay;
  return (
    <section className="clock card" aria-label={title}>
      <div className="clock__head">
        <h2 className="eyebrow">{title}</h2>
        {onWhy !== undefined && (
          <Button kind="plain" onPress={onWhy} isExpanded={isWhyShown} keys={whyKeys}>
            {words.clock.why}
          </Button>
        )}
      </div>
      <p className="clock__day">{clock.lastDayWords}</p>
      {clock.leftWords !== "" && (
        <p className={`clock__left left--${clock.urgency}`}>
          <Mark urgency={clock.urgency} /> <strong>{clock.leftWords}</strong>
        </p>
      )}
      {which !== undefined && <p className="clock__which">{which}</p>}
      {clock.postByWords !== "" && <p className="clock__post">{clock.postByWords}</p>}
      {isPostBy && (
        <p className="small quiet">
          {words.clock.postByMeans} <Rule id="TIME-13" />
        </p>
      )}
      {isWhyShown && (
        <div className="clock__why">
          {onWhy === undefined && <h2 className="eyebrow">{words.clock.why}</h2>}
          <Working steps={working} end={end} name={words.clock.why} />
          <p className="clock__basis">{clock.basisWords}</p>
        </div>
      )}
      {clock.advisories.length > 0 && (
        <ul className="clock__advice" aria-label={words.clock.bearInMind}>
          {clock.advisories.map((advice) => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      )}
      {after}
    </section>
  );
}
