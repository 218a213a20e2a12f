/**
 * What the core said about something just recorded: it stands, but. Kept by case until it is dismissed or the casebook
 * locks, so that it is still seen where a dialog closed or another screen opened.
 */
import { type QueryClient, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AdvisoryView } from "./generated/AdvisoryView";

type Advised = { case: string; advisories: AdvisoryView[] };

const keyOf = (id: string) => ["advice", id] as const;

/** A case as it is shown after an act; what else commands answer has no advice of this kind. */
function isAdvised(answer: unknown): answer is Advised {
  return typeof answer === "object" && answer !== null && "case" in answer && "endings" in answer;
}

/** Keeps what an act's answer says, in the place of what was said of the act before. */
export function keepAdvice(client: QueryClient, answer: unknown): void {
  if (!isAdvised(answer)) return;
  client.setQueryDefaults(["advice"], { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData(keyOf(answer.case), answer.advisories);
}

export function useAdvice(id: string): { advice: readonly AdvisoryView[]; dismiss: () => void } {
  const client = useQueryClient();
  const { data = [] } = useQuery<AdvisoryView[]>({
    queryKey: keyOf(id),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { advice: data, dismiss: () => client.setQueryData(keyOf(id), []) };
}
