/** How a screen was left, for coming back to it. Kept beside what was read, and forgotten with it when it locks. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";

export function useRemembered<T>(place: string, first: T): [T, (change: Partial<T>) => void] {
  const client = useQueryClient();
  const key = ["remembered", place];
  client.setQueryDefaults(["remembered"], { gcTime: Number.POSITIVE_INFINITY });
  const [value, setValue] = useState<T>(() => client.getQueryData<T>(key) ?? first);
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...part };
        client.setQueryData(["remembered", place], after);
        return after;
      }),
    [client, place],
  );
  return [value, change];
}
