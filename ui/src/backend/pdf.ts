/** Draws the pages of PDFs that we made. pdf.js is loaded when the first letter is opened, its worker from a file. */
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.mjs?url";
import { supplyStreamIteration } from "./polyfills";

export type DrawnPage = { canvas: HTMLCanvasElement; text: string; width: number; height: number };

/** Draws every page at `width` CSS pixels and reads its text. Rejects when `signal` ends or the bytes are no PDF. */
export type DrawPdf = (bytes: ArrayBuffer, width: number, signal: AbortSignal) => Promise<DrawnPage[]>;

async function load() {
  supplyStreamIteration();
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Our own worker rather than an address: given an address, pdf.js may wrap it in a blob, which the policy forbids.
  // Its typings say `null`, its documentation says Worker.
  const worker = new pdfjs.PDFWorker({ port: new Worker(workerAddress, { type: "module" }) as unknown as null });
  return { pdfjs, worker };
}

let loaded: ReturnType<typeof load> | undefined;

export const drawPdf: DrawPdf = async (bytes, width, signal) => {
  loaded ??= load();
  const { pdfjs, worker } = await loaded;
  signal.throwIfAborted();
  // pdf.js takes the buffer away, so it gets a copy.
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes.slice(0)), worker, isEvalSupported: false });
  signal.addEventListener("abort", () => void task.destroy(), { once: true });
  const pdf = await task.promise;
  try {
    const pages: DrawnPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const scale = width / page.getViewport({ scale: 1 }).width;
      const density = Math.max(1, window.devicePixelRatio);
      const viewport = page.getViewport({ scale: scale * density });
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport }).promise;
      const content = await page.getTextContent();
      const text = content.items.map((part) => ("str" in part ? part.str + (part.hasEOL ? "\n" : "") : "")).join("");
      pages.push({ canvas, text, width, height: viewport.height / density });
      signal.throwIfAborted();
    }
    return pages;
  } finally {
    void task.destroy();
  }
};
