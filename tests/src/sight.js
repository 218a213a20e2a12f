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

  // Where Tab stops, in order; of a group of choices only one.
  const stops = (within) => {
    const tabbable = 'a[href], button, input, textarea, select, summary, [tabindex]';
    return [...within.querySelectorAll(tabbable)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !isSeen(element)) return false;
      if (element.type !== "radio" || element.checked) return true;
      const choices = [...document.getElementsByName(element.name)];
      return !choices.some((choice) => choice.checked) && choices[0] === element;
    });
  };

  // What lies over the middle of what the window shows of something, if anything does.
  const coverOf = (element) => {
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [above, below] = [Math.max(box.top, 0), Math.min(box.bottom, box.top + 40, innerHeight)];
    const [x, y] = [(left + right) / 2, (above + Math.max(above + 1, below)) / 2];
    const top = left < right && above < innerHeight && box.bottom > 0 ? document.elementFromPoint(x, y) : null;
    const shown = element.closest("label") ?? element;
    const isFree = top !== null && (shown.contains(top) || top.contains(element));
    return isFree ? "" : (top?.className ?? "the edge of the window");
  };

  // The dialog on top, or the page. A menu is no dialog, though what it lies on says so.
  const layer = () =>
    [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')]
      .filter((one) => isSeen(one) && !one.querySelector('[role="menu"]'))
      .at(-1) ?? document.body;

  const cutsOff = (element) => {
    const style = getComputedStyle(element);
    return /auto|scroll/.test(style.overflowX) || style.textOverflow === "ellipsis";
  };

  const isScrolled = (element) => {
    for (let one = element.parentElement; one; one = one.parentElement) if (cutsOff(one)) return true;
    return cutsOff(element);
  };

  // While something lies over the page, the page itself is hidden from readers, and so is its heading.
  const rules = () =>
    layer() === document.body ? {} : { "landmark-one-main": { enabled: false }, "page-has-heading-one": { enabled: false } };

  // What is on its way, as a colour from one look to the other, is neither here nor there.
  const painted = async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await frame();
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => {})));
    await frame();
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
    coveredBy: () => coverOf(document.activeElement),
    // What is not seen when it has the focus: of what Tab leads to on top, two dozen from the first to the last.
    lost: () => {
      const before = document.activeElement;
      const all = stops(layer());
      const some = all.filter((_, place) => place % Math.ceil(all.length / 24) === 0 || place === all.length - 1);
      const lost = [];
      for (const stop of some) {
        stop.focus();
        // WebKit scrolls there in its own time; what stays in place may lie on it then as well.
        stop.scrollIntoView({ block: "nearest", behavior: "instant" });
        // What is out of sight until it has the focus stays so here: without a window manager, a window that has just
        // got another size is not the active one.
        const isShown = !stop.classList.contains("unseen");
        const cover = document.activeElement === stop && isShown ? coverOf(stop) : "";
        if (cover !== "") lost.push(`“${nameOf(stop)}” has the focus and is covered by “${cover}”`);
      }
      before.focus();
      return lost;
    },
    isOpen: () => layer() !== document.body,
    go: (hash) => {
      location.hash = hash;
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
    painted,
    breaches: () => window.breachesSeen,
    faults: () => window.faultsSeen,
    // What is wider than the window, so that one would have to scroll sideways or would not see it.
    wide: () => {
      const root = document.documentElement;
      const all = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > root.clientWidth + 1 && element.children.length === 0;
      });
      const lost = all.filter((element) => isSeen(element) && !isScrolled(element));
      if (lost.length === 0 && root.scrollWidth > root.clientWidth) return ["the page"];
      return lost.slice(0, 5).map((element) => `${element.className} ${words(element).slice(0, 40)}`);
    },
    // What axe-core says of the page in each look: of all its rules in the first, of colours in the others.
    axe: async (themes) => {
      const said = [];
      for (const theme of themes) {
        document.documentElement.dataset.theme = theme;
        await painted();
        const which = theme === themes[0] ? { rules: rules() } : { runOnly: { type: "rule", values: ["color-contrast"] } };
        // What React Aria says to screen readers may name a button that is gone by now; it says it once and forgets it.
        const found = await axe.run({ exclude: [["[data-live-announcer]"]] }, { resultTypes: ["violations"], preload: false, ...which });
        for (const violation of found.violations) {
          for (const node of violation.nodes) {
            const at = `${node.target.join(" ")}: ${node.html.slice(0, 160)}`;
            said.push(`${theme}: ${violation.id}: ${violation.help}: ${at}: ${node.failureSummary}`);
          }
        }
      }
      document.documentElement.dataset.theme = themes[0];
      return said;
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
