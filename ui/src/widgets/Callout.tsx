/**
 * What the law says about what one is doing: an advisory (bear in mind), a warning (it will cost something) or a refusal
 * (it cannot be done, and what can). The sentence comes from the core, with its rule.
 */
import type { ReactNode } from "react";
import { Notice } from "./Notice";
import { Rule } from "./Rule";

type CalloutProps = {
  is: "advisory" | "warning" | "refusal";
  children: ReactNode;
  title?: string;
  rule?: string;
  source?: string;
  /** What to do about it. */
  action?: ReactNode;
};

const tones = { advisory: "plain", warning: "care", refusal: "wrong" } as const;

export function Callout({ is, children, title, rule, source, action }: CalloutProps) {
  return (
    <Notice tone={tones[is]} {...(title !== undefined && { title })}>
      <div>
        {children} {rule !== undefined && rule !== "" && <Rule id={rule} {...(source !== undefined && { source })} />}
      </div>
      {action !== undefined && <div className="row">{action}</div>}
    </Notice>
  );
}
