/** Several commands on one case, one after the other: each is made on the version that the one before it left. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keepAdvice } from "./advice";
import type { Backend, Problem } from "./backend";
import { useBackend } from "./call";
import type { CaseView } from "./generated/CaseView";

type InTurn<T> = {
  /** Does it for one item. */
  act: (call: Backend["call"], item: T, version: number) => Promise<CaseView>;
  /** Told after each one that is recorded. */
  onEach: (item: T) => void;
  onDone: (count: number) => void;
};

/** Stops at the first problem; what was recorded before it stays recorded. */
export function useActInTurn<T>({ act, onEach, onDone }: InTurn<T>) {
  const backend = useBackend();
  const client = useQueryClient();
  const mutation = useMutation<CaseView | undefined, Problem, { items: readonly T[]; version: number }>({
    mutationFn: async ({ items, version }) => {
      let after: CaseView | undefined;
      for (const item of items) {
        after = await act(backend.call, item, after?.version ?? version);
        onEach(item);
      }
      return after;
    },
    onSuccess: (after, { items }) => {
      keepAdvice(client, after);
      onDone(items.length);
    },
    onError: (problem) => {
      if (problem.error.kind === "conflict") void client.invalidateQueries();
    },
  });
  return {
    run: (items: readonly T[], version: number) => {
      if (!mutation.isPending) mutation.mutate({ items, version });
    },
    isBusy: mutation.isPending,
    problem: mutation.error ?? undefined,
  };
}
