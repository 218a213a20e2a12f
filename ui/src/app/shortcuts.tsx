/** Which actions can be done just now, and the keys that do them. */
import { createContext, type ReactNode, type RefObject, useCallback, useContext, useState } from "react";
import { useKeyPresses, useLatest, useWhileMounted } from "../widgets/keyPresses";
import { type ActionName, actionNames, actions, type Offer } from "./actions";
import { useDevice } from "./device";

/** What the mounted screens offer. Asked when a key is pressed or the palette opens, so nothing is drawn for it. */
class Offers {
  private readonly stack: RefObject<Offer>[] = [];

  add(offer: RefObject<Offer>): () => void {
    this.stack.push(offer);
    return () => this.stack.splice(this.stack.indexOf(offer), 1);
  }

  /** What an action does just now; the screen that came last decides. */
  find(name: ActionName): (() => void) | undefined {
    return this.stack.findLast((offer) => offer.current[name] !== undefined)?.current[name];
  }
}

const OffersContext = createContext(new Offers());

/** While a dialog is open only these reach past it. */
const pastDialogs: readonly ActionName[] = ["lock"];

const isDialogOpen = () => document.querySelector("[data-modal]") !== null;

export function Shortcuts({ children }: { children: ReactNode }) {
  const [offers] = useState(() => new Offers());
  const { singleKeys } = useDevice();

  useKeyPresses((pressed, isTyping) => {
    const isSingle = pressed.length === 1;
    if (isSingle && (isTyping || !singleKeys)) return false;
    const fits = (name: ActionName) =>
      actions[name].keys === pressed && (!isDialogOpen() || pastDialogs.includes(name)) && offers.find(name);
    const name = actionNames.find(fits);
    if (name === undefined) return false;
    offers.find(name)?.();
    return true;
  });

  return <OffersContext value={offers}>{children}</OffersContext>;
}

/** Offers actions for as long as the screen is shown. */
export function useOffer(offer: Offer): void {
  const offers = useContext(OffersContext);
  const latest = useLatest(offer);
  useWhileMounted(useCallback(() => offers.add(latest), [offers, latest]));
}

/** The actions that can be done just now, in the order of the list. */
export function useOffered(): { name: ActionName; run: () => void }[] {
  const offers = useContext(OffersContext);
  return actionNames.flatMap((name) => {
    const run = offers.find(name);
    return run === undefined ? [] : [{ name, run }];
  });
}
