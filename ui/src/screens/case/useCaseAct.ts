/** Doing something to the case on screen: made on the version one looks at, with an id of its own until it is done. */
import { useRef } from "react";
import type { AnswerOf, CommandName, RequestOf } from "../../backend/backend";
import { newCommandId, useAct } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";

type OfCase = { commandId: string; case: string; version: number };

/** The commands that change a case and answer it as it then is. */
type CaseCommand = {
  [N in CommandName]: RequestOf<N> extends OfCase ? (AnswerOf<N> extends CaseView ? N : never) : never;
}[CommandName];

export function useCaseAct<N extends CaseCommand>(name: N, view: CaseView, onDone: (after: CaseView) => void) {
  const commandId = useRef(newCommandId());
  const act = useAct(name, {
    onDone: (after) => {
      commandId.current = newCommandId();
      // Each `CaseCommand` answers a case.
      onDone(after as CaseView);
    },
  });
  return {
    isBusy: act.isBusy,
    problem: act.problem,
    run: (request: Omit<RequestOf<N>, keyof OfCase>) =>
      act.run({
        ...request,
        commandId: commandId.current,
        case: view.case,
        version: view.version,
      } as unknown as RequestOf<N>),
  };
}
