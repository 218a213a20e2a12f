/** A recovery key that was just made and is to be written down: whoever makes one hands it on to be shown. */
import { createContext, useContext } from "react";
import type { RecoveryKeyShown } from "../../backend/generated/RecoveryKeyShown";

export const ShowKey = createContext<(key: RecoveryKeyShown) => void>(() => undefined);

export const useShowKey = () => useContext(ShowKey);
