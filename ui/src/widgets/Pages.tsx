/** The pages of a PDF as they print. While new ones are drawn the old ones stay, so that typing does not flicker. */
import { useEffect, useRef, useState } from "react";
import type { DrawnPage, DrawPdf } from "../backend/pdf";
import { words } from "../words/en-GB";
import { Notice } from "./Notice";
import "./pages.css";

type PagesProps = { name: string; bytes: ArrayBuffer | undefined; draw: DrawPdf };

const widest = 820;

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.min(widest, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

type Drawn = { pages: DrawnPage[]; failed: boolean };

export function Pages({ name, bytes, draw }: PagesProps) {
  const { frame, width } = useWidth();
  const [drawn, setDrawn] = useState<Drawn>({ pages: [], failed: false });

  useEffect(() => {
    if (bytes === undefined || width === 0) return;
    const stop = new AbortController();
    draw(bytes, width, stop.signal)
      .then((pages) => !stop.signal.aborted && setDrawn({ pages, failed: false }))
      .catch(() => !stop.signal.aborted && setDrawn((before) => ({ ...before, failed: true })));
    return () => stop.abort();
  }, [bytes, width, draw]);

  const count = drawn.pages.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages scroll, and the keyboard must be able to scroll them
    <section className="pages" aria-label={name} aria-busy={count === 0 && !drawn.failed} tabIndex={0}>
      <div ref={frame} className="pages__measure" />
      {drawn.failed && <Notice tone="wrong">{words.letter.cannotDraw}</Notice>}
      {count === 0 && !drawn.failed && <div className="pages__page pages__page--blank" />}
      {drawn.pages.map((page, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <figure key={index} className="pages__page" aria-label={words.letter.page(index + 1, count)}>
          <div
            aria-hidden="true"
            style={{ height: page.height }}
            ref={(holder) => holder?.replaceChildren(page.canvas)}
          />
          <p className="unseen">{page.text}</p>
        </figure>
      ))}
    </section>
  );
}
