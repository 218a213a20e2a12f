/** The pages of a PDF as they print. While new ones are drawn the old ones stay, so that typing does not flicker. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { DrawnPage, DrawPdf } from "../backend/pdf";
import { words } from "../words/en-GB";
import { Segments } from "./Choice";
import { Notice } from "./Notice";
import "./pages.css";

type PagesProps = {
  name: string;
  bytes: ArrayBuffer | undefined;
  /** Which pages they are: drawn ones go at once when these are others. */
  sheets: string;
  draw: DrawPdf;
  /** Drawn over the first page, as wide and as high. */
  over?: ReactNode;
  /** Stands beside the sizes. */
  tools?: ReactNode;
};

const widest = 820;
/** The width of an A4 sheet on screen, at 96 dots to the inch. */
const sheet = 794;

export type Zoom = "fit" | "whole" | "large";
const zooms: readonly Zoom[] = ["fit", "whole", "large"];

function widthAt(zoom: Zoom, room: number): number {
  switch (zoom) {
    case "fit":
      return Math.min(widest, room);
    case "whole":
      return sheet;
    case "large":
      return sheet * 1.5;
  }
}

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}

type Drawn = { sheets: string; pages: DrawnPage[]; failed: boolean };

export function Pages({ name, bytes, sheets, draw, over, tools }: PagesProps) {
  const { frame, width: room } = useWidth();
  const [zoom, setZoom] = useState<Zoom>("fit");
  const width = room === 0 ? 0 : widthAt(zoom, room);
  const [last, setDrawn] = useState<Drawn>({ sheets, pages: [], failed: false });
  const drawn = last.sheets === sheets ? last : { pages: [], failed: false };

  useEffect(() => {
    if (bytes === undefined || width === 0) return;
    const stop = new AbortController();
    draw(bytes, width, stop.signal)
      .then((pages) => !stop.signal.aborted && setDrawn({ sheets, pages, failed: false }))
      .catch(
        () =>
          !stop.signal.aborted &&
          setDrawn((before) => ({ sheets, pages: before.sheets === sheets ? before.pages : [], failed: true })),
      );
    return () => stop.abort();
  }, [bytes, sheets, width, draw]);

  /** Plus and minus go one size up and down, 0 back to the whole width. */
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = zooms.indexOf(zoom);
    const to = event.key === "+" || event.key === "=" ? zooms[at + 1] : event.key === "-" ? zooms[at - 1] : undefined;
    if (to !== undefined) setZoom(to);
    else if (event.key === "0") setZoom("fit");
  };

  const count = drawn.pages.length;
  return (
    <div className="pages-frame">
      <div className="pages-frame__tools">
        {tools}
        <Segments
          id="zoom"
          label={words.zoom.name}
          value={zoom}
          onChange={setZoom}
          options={zooms.map((one) => ({ value: one, name: words.zoom[one] }))}
        />
      </div>
      <section
        className="pages"
        aria-label={name}
        aria-busy={count === 0 && !drawn.failed}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: pages scroll, and the keyboard must be able to scroll them
        tabIndex={0}
        onKeyDown={press}
      >
        <div ref={frame} className="pages__measure" />
        {drawn.failed && <Notice tone="wrong">{words.letter.cannotDraw}</Notice>}
        {count === 0 && !drawn.failed && <div className="pages__page pages__page--blank" />}
        {drawn.pages.map((page, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <figure key={index} className="pages__page" aria-label={words.letter.page(index + 1, count)}>
            <div
              aria-hidden="true"
              style={{ width: page.width, height: page.height }}
              ref={(holder) => holder?.replaceChildren(page.canvas)}
            />
            {index === 0 && over}
            <p className="unseen">{page.text}</p>
          </figure>
        ))}
      </section>
    </div>
  );
}
