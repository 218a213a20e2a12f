// Run before each question to the page. Finds things as a person does: by what they are called, and only what is seen.
const sight = (() => {
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();

  const isSeen = (element) => {
    if (element.closest('[aria-hidden="true"], [inert]')) return false;
    const style = getComputedStyle(element);
    return element.getClientRects().length > 0 && style.visibility === "visible";
  };

  // Keys and signs beside the words are not part of the name.
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const part of copy.querySelectorAll('[aria-hidden="true"], kbd')) part.remove();
    return squeeze(copy.textContent);
  };

  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) {
      const named = by.split(/\s+/).map((id) => document.getElementById(id)).filter((part) => part && part !== element);
      if (named.length > 0) return squeeze(named.map(words).join(" "));
    }
    const label = element.getAttribute("aria-label");
    if (label) return squeeze(label);
    if (element.labels && element.labels.length > 0) return squeeze([...element.labels].map(words).join(" "));
    return words(element);
  };

  // The exact name first; else one that goes on after it, such as "Name (optional)".
  const named = (selector, name) => {
    const seen = [...document.querySelectorAll(selector)].filter(isSeen);
    const wanted = squeeze(name);
    return (
      seen.find((element) => nameOf(element) === wanted) ??
      seen.find((element) => nameOf(element).startsWith(wanted) && !/^\p{L}/u.test(nameOf(element).slice(wanted.length))) ??
      null
    );
  };

  const pressable = (name) => {
    const selector =
      'button, a[href], summary, [role="button"], [role="menuitem"], [role="tab"], [role="option"], [role="row"]';
    const found = named(selector, name);
    if (found) return found.disabled || found.getAttribute("aria-disabled") === "true" ? null : found;
    // A choice or a tick is pressed on its words.
    return [...document.querySelectorAll("label")].filter(isSeen).find((label) => {
      const text = words(label);
      return label.querySelector("input") && (text === squeeze(name) || text.startsWith(squeeze(name)));
    }) ?? null;
  };

  // Its name is what is chosen, then its label.
  const menu = (label) =>
    [...document.querySelectorAll('[aria-haspopup="listbox"]')].filter(isSeen).find((one) => nameOf(one).endsWith(label)) ?? null;

  const field = (label) => named("input:not([type=radio]):not([type=checkbox]), textarea, [role=searchbox]", label);

  // In the middle, where no head or foot that stays in place covers it.
  const reached = (element) => {
    element?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    return element ?? null;
  };

  // What a key has to reach for something named: of a choice or tick its input, of a date its first part.
  const aim = (kind, name) => {
    if (kind === "field") return field(name);
    if (kind === "menu") return menu(name);
    if (kind === "tab") return named('[role="tab"]', name);
    if (kind === "date") return named('[role="group"]', name)?.querySelector("input") ?? null;
    const found = pressable(name);
    return found?.tagName === "LABEL" ? found.querySelector("input") : found;
  };

  // Inside these, arrows go from one to the next, and Tab leaves them.
  const groups = '[role="tablist"], [role="radiogroup"], [role="listbox"], [role="menu"]';

  // Which key leads from here to there, or does it when the focus is on it.
  const step = (target, here) => {
    if (target === null) return "nowhere";
    if (target === here) return /^(checkbox|radio)$/.test(target.type) ? "space" : "enter";
    const isBehind = (here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    const group = target.closest(groups);
    const isAcross = group?.getAttribute("role") === "tablist";
    if (group?.contains(here)) return isBehind ? (isAcross ? "left" : "up") : isAcross ? "right" : "down";
    return isBehind ? "back" : "tab";
  };

  // Counts what goes wrong on the page from the first question after it was loaded; of breaches of the content policy
  // also those before.
  if (!window.breachesSeen) {
    window.breachesSeen = [];
    window.faultsSeen = [];
    const say = (breach) =>
      window.breachesSeen.push(`${breach.effectiveDirective} ${breach.blockedURL ?? breach.blockedURI}`);
    document.addEventListener("securitypolicyviolation", say);
    // Sizes that were told of one frame later: nothing was lost, and the standard has no other way to say so.
    const isFault = (fault) => !String(fault.message).startsWith("ResizeObserver loop");
    window.addEventListener("error", (fault) => isFault(fault) && window.faultsSeen.push(`${fault.message} ${fault.error?.stack ?? ""}`));
    window.addEventListener("unhandledrejection", (fault) => window.faultsSeen.push(String(fault.reason)));
    if (window.ReportingObserver) {
      const observer = new ReportingObserver(() => {}, { types: ["csp-violation"], buffered: true });
      observer.observe();
      for (const report of observer.takeRecords()) say(report.body);
    }
  }

  const answers = {
    seen: () => document.body.innerText,
    offers: (name) => pressable(name) !== null,
    hasField: (label) => field(label) !== null,
    pressable: (name) => reached(pressable(name)),
    tab: (name) => reached(named('[role="tab"]', name)),
    field: (label) => reached(field(label)),
    content: (label) => field(label)?.value ?? null,
    date: (label) => reached(named('[role="group"]', label)?.querySelector('input')),
    list: (name) => {
      const list = named('ol, ul, [role="list"]', name);
      return list && [...list.children].map(words);
    },
    menu: (label) => reached(menu(label)),
    // The key that leads on from the focus to something named, and what has the focus.
    way: (kind, name) => {
      const here = document.activeElement;
      return [step(aim(kind, name), here), nameOf(here)];
    },
    focused: () => nameOf(document.activeElement),
    // What lies over the middle of whatever has the focus, if anything does.
    coveredBy: () => {
      const box = document.activeElement.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2);
      const isFree = top !== null && (document.activeElement.contains(top) || top.contains(document.activeElement));
      return isFree ? "" : (top?.className ?? "the edge of the window");
    },
    theme: (theme) => {
      document.documentElement.dataset.theme = theme;
    },
    paste: (label, text) => {
      const found = field(label);
      const kind = found.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(found, text);
      found.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    },
    breaches: () => window.breachesSeen,
    faults: () => window.faultsSeen,
    // Whether something is wider than the window, so that one would have to scroll sideways.
    overflows: () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    axe: async (rules) => {
      const which = rules.length > 0 ? { runOnly: { type: "rule", values: rules } } : {};
      // What React Aria says to screen readers may name a button that is gone by now; it says it once and forgets it.
      const found = await axe.run({ exclude: [["[data-live-announcer]"]] }, { resultTypes: ["violations"], ...which });
      return found.violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}: ${node.failureSummary}`),
      );
    },
    // Something named if it is where it was a frame before.
    still: async (kind, name) => {
      const place = (element) => Object.values(element?.getBoundingClientRect().toJSON() ?? {}).join();
      const found = answers[kind](name);
      const before = place(found);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return found?.isConnected && place(found) === before ? found : null;
    },
  };
  return answers;
})();
