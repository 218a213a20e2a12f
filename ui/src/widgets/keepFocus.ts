/**
 * The keyboard never loses its place: when what had the focus leaves the page, as the button of an act that is done, the
 * focus goes to what comes next: the next row, or else the heading of what is now shown there.
 */
import { useEffect } from "react";

/** An element, and its neighbours while it stood on the page. */
type Step = { element: Element; after: Element[]; before: Element[] };

/** Where the focus was: the words of the element, and the way from it up to the body. */
type Spot = { words: string; isOver: boolean; steps: Step[] };

const over = "[data-modal], [role=dialog], [role=alertdialog], [role=listbox], [role=menu]";
const row = "li, tr, [role=row]";
const region =
  "section, aside, fieldset, form, main, [role=region], [role=tabpanel], [role=dialog], [role=alertdialog]";
const heading = ".arrival, h1, h2, h3, [role=heading]";
const usable = "a[href], button:not(:disabled), input:not(:disabled), select, textarea:not(:disabled)";

/** Whoever else moves the focus, as a dialog that closes or a field that is ready to be typed into, comes first. */
const turn = 60;

const isUsable = (element: Element) => element.isConnected && !element.matches(":disabled");
const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
const allIn = (element: Element) => [...element.querySelectorAll<HTMLElement>(usable)];

function spotOf(element: Element): Spot {
  const steps: Step[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    const around = [...(at.parentElement?.children ?? [])];
    const place = around.indexOf(at);
    steps.push({ element: at, after: around.slice(place + 1), before: around.slice(0, place).reverse() });
  }
  return { words: element.textContent ?? "", isOver: element.closest(over) !== null, steps };
}

/** The button of the same words in the next row, or whatever can be used in this row, the next or the one before. */
function inRows({ words, steps }: Spot): HTMLElement | undefined {
  const at = steps.find(({ element }) => element.matches(row));
  if (at === undefined) return undefined;
  const next = at.after.filter((one) => one.isConnected && one.matches(row));
  const last = at.before.filter((one) => one.isConnected && one.matches(row));
  const own = at.element.isConnected ? [at.element] : [];
  const same = [...next, ...last].flatMap(allIn).find((one) => words !== "" && one.textContent === words);
  return same ?? [...own, ...next, ...last].flatMap(allIn)[0];
}

/** The heading of the nearest part of the page that is still there, or that part itself. */
function inRegion({ steps }: Spot): HTMLElement | undefined {
  const still = steps.find(({ element }, place) => place > 0 && element.isConnected)?.element ?? document.body;
  for (let part = still.closest<HTMLElement>(region); part !== null; ) {
    const said = part.querySelector<HTMLElement>(heading);
    if (said !== null) return said;
    if (part.matches("main, [role=tabpanel]")) return part;
    part = part.parentElement?.closest<HTMLElement>(region) ?? null;
  }
  return document.querySelector<HTMLElement>(`main, ${heading}`) ?? undefined;
}

function reach(element: HTMLElement) {
  if (!element.matches(`${usable}, [tabindex]`)) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView?.({ block: "nearest" });
}

export function useKeepFocus(): void {
  useEffect(() => {
    let spot: Spot | undefined;
    // Where one was before the dialog or menu one is in.
    let under: Spot | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const isLost = () => spot?.steps[0] !== undefined && !isUsable(spot.steps[0].element) && isNowhere();

    const goOn = () => {
      timer = undefined;
      if (spot === undefined || !isLost()) return;
      const isClosed = spot.isOver && !spot.steps.some(({ element }) => element.isConnected && element.matches(over));
      const from = isClosed ? (under ?? spot) : spot;
      const own = from.steps[0]?.element;
      const next = own instanceof HTMLElement && isUsable(own) ? own : (inRows(from) ?? inRegion(from));
      if (next !== undefined) reach(next);
    };
    const look = () => {
      if (timer === undefined && isLost()) timer = setTimeout(goOn, turn);
    };

    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target === document.body) return;
      const now = spotOf(target);
      if (!now.isOver) under = undefined;
      else if (spot !== undefined && !spot.isOver) under = spot;
      spot = now;
    };
    // Left on purpose, as by a click beside everything: nothing is lost. What has just been taken away is no longer there.
    const went = () =>
      queueMicrotask(() => {
        const element = spot?.steps[0]?.element;
        if (element !== undefined && isUsable(element) && isNowhere()) spot = undefined;
      });

    document.addEventListener("focusin", came);
    document.addEventListener("focusout", went);
    // No event tells that the focused element was taken away.
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener("focusin", came);
      document.removeEventListener("focusout", went);
    };
  }, []);
}
