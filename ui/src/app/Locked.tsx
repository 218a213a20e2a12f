/** The casebook is there and locked. */
import { Unlock } from "../screens/unlock/Unlock";

export function Locked({ problem, wasLocked }: { problem: string | null; wasLocked: boolean }) {
  return <Unlock problem={problem} wasLocked={wasLocked} />;
}
