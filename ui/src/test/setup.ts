/** What jsdom lacks and the page needs: layout answers, media queries, fonts, and a PDF that need not be drawn. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";

vi.mock("../backend/pdf", () => ({
  drawPdf: async () => [{ canvas: document.createElement("canvas"), text: "Dear Ms Example", width: 500, height: 707 }],
}));

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

class Observer {
  private readonly seen: (entries: unknown[]) => void;
  constructor(seen: (entries: unknown[]) => void) {
    this.seen = seen;
  }
  observe() {
    this.seen([]);
  }
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal("ResizeObserver", Observer);
vi.stubGlobal("CSS", { escape: (text: string) => text });
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
// The virtual list and the pages ask how much room there is; jsdom has no layout to answer with.
Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 });
Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 600 });
Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number) {
  this.scrollTop = typeof to === "object" ? (to.top ?? 0) : 0;
  this.dispatchEvent(new Event("scroll"));
};
Element.prototype.scrollIntoView = () => undefined;

beforeEach(() => {
  window.history.replaceState(null, "", "#/cases");
  window.localStorage.clear();
});
afterEach(cleanup);
