/** How screens ask the core: reads that are kept until their topic changes, and acts. */
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useState } from "react";
import { keepAdvice } from "./advice";
import { type AnswerOf, asProblem, type Backend, type CommandName, type Problem, type RequestOf } from "./backend";
import type { CaseRow } from "./generated/CaseRow";
import { flushKept } from "./keep";
import { isStale, type ReadName, readKey } from "./topics";

const BackendContext = createContext<Backend | null>(null);
export const BackendProvider = BackendContext.Provider;

export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (backend === null) throw new Error("no backend around this component");
  return backend;
}

/**
 * Answers are kept until a topic drops them: nothing grows stale by itself, and nothing is tried twice. `onLocked` is
 * told when the core answers that the casebook is locked.
 */
export function makeQueryClient(onLocked: () => void) {
  const onError = (thrown: Error) => {
    if (asProblem(thrown).error.kind === "locked") onLocked();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      // What was sent, a passphrase for one, is not kept a moment longer than it takes.
      mutations: { retry: false, networkMode: "always", gcTime: 0 },
    },
  });
}

/** Reads whose requests hold what is being typed: nothing of them stays once they leave the screen. */
const fleeting: readonly ReadName[] = ["passphrase_judge", "intake_preview", "people_alike"];

/** Reads something. While another request is under way the previous answer stays on screen. */
export function useRead<N extends ReadName>(name: N, request: RequestOf<N>, { skip = false } = {}) {
  const backend = useBackend();
  const query = useQuery<AnswerOf<N>, Problem>({
    queryKey: readKey(name, request),
    queryFn: () => backend.call(name, request),
    placeholderData: keepPreviousData,
    ...(fleeting.includes(name) && { gcTime: 0 }),
    enabled: !skip,
  });
  return { answer: query.data, problem: query.error ?? undefined, isOld: query.isPlaceholderData };
}

type ActOptions<N extends CommandName> = {
  onDone?: (answer: AnswerOf<N>) => void;
  onProblem?: (problem: Problem) => void;
};

/** Does something. `problem` stays until the next try; what changed is read again when the core says so. */
export function useAct<N extends CommandName>(name: N, { onDone, onProblem }: ActOptions<N> = {}) {
  const backend = useBackend();
  const client = useQueryClient();
  const mutation = useMutation<AnswerOf<N>, Problem, RequestOf<N>>({
    mutationFn: (request) => backend.call(name, request),
    onSuccess: (answer) => {
      keepAdvice(client, answer);
      onDone?.(answer);
    },
    onError: (problem) => {
      // Somebody else was quicker: whatever is on screen may be old.
      if (problem.error.kind === "conflict") void client.invalidateQueries();
      onProblem?.(problem);
    },
  });
  return {
    /** Does nothing while it is under way: a second press is not a second act. */
    run: (request: RequestOf<N>) => {
      if (!mutation.isPending) mutation.mutate(request);
    },
    isBusy: mutation.isPending,
    problem: mutation.error ?? undefined,
    forget: mutation.reset,
  };
}

/** Puts an answer that came from an act where the read of the same thing is kept. */
export function useRemember() {
  const client = useQueryClient();
  return useCallback(
    <N extends ReadName>(name: N, request: RequestOf<N>, answer: AnswerOf<N>) => {
      client.setQueryData(readKey(name, request), answer);
    },
    [client],
  );
}

const windowLength = 100;

/** The rows of an open list that are in view, read in windows of a hundred. */
export function useCaseRows(list: number | undefined, first: number, last: number) {
  const backend = useBackend();
  const windows: number[] = [];
  for (let at = Math.floor(first / windowLength); at * windowLength <= last; at += 1) windows.push(at * windowLength);
  const reads = useQueries({
    queries: windows.map((from) => {
      const request = { list: list ?? 0, from, len: windowLength };
      return {
        queryKey: readKey("cases_rows", request),
        queryFn: () => backend.call("cases_rows", request),
        enabled: list !== undefined,
        placeholderData: keepPreviousData,
      };
    }),
  });
  return (index: number): CaseRow | undefined => {
    for (const { data } of reads) {
      if (data !== undefined && index >= data.from && index < data.from + data.rows.length) {
        return data.rows[index - data.from];
      }
    }
    return undefined;
  };
}

/** An id for one action of the DPO: the same again is answered from the store. */
export const newCommandId = () => crypto.randomUUID();

/** Bytes of a PDF, read again for each revision; meanwhile the last ones of the same `sheets` stay, never of others. */
export function useBlob(id: string, revision: string, sheets = "") {
  const backend = useBackend();
  const query = useQuery<ArrayBuffer, Problem>({
    queryKey: ["blob", id, revision, sheets],
    queryFn: () =>
      backend.blob(id).catch((thrown: unknown) => {
        throw asProblem(thrown);
      }),
    placeholderData: (bytes, before) => (before?.queryKey[3] === sheets ? bytes : undefined),
    // A letter that cannot be drawn has no bytes to ask for.
    enabled: id !== "",
    gcTime: 0,
  });
  return { bytes: query.data, problem: query.error ?? undefined };
}

/** Hands over everything typed, and says so: the core waits for it, though not for long. */
async function keepAll(backend: Backend): Promise<void> {
  await flushKept();
  // A core that has gone away meanwhile waits for nothing any more.
  await backend.call("drafts_kept", {}).catch(() => undefined);
}

/** Whether the program is about to end. What was typed is kept then, as before a lock. */
export function useClosing(): boolean {
  const backend = useBackend();
  const [isClosing, setIsClosing] = useState(false);
  useEffect(
    () =>
      backend.onClosing((closing) => {
        setIsClosing(closing);
        if (closing) void keepAll(backend);
      }),
    [backend],
  );
  return isClosing;
}

/** Listens to the core for as long as the page lives: drops what changed, and says when the casebook locks. */
export function useChanges(onLocking: () => void) {
  const backend = useBackend();
  const client = useQueryClient();
  useEffect(() => {
    const stopChanged = backend.onChanged(({ topics }) => {
      void client.invalidateQueries({ predicate: (query) => isStale(query.queryKey, query.state.data, topics) });
    });
    const stopLocking = backend.onLocking(() => void keepAll(backend).finally(onLocking));
    return () => {
      stopChanged();
      stopLocking();
    };
  }, [backend, client, onLocking]);
}
