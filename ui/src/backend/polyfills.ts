/**
 * Async iteration of ReadableStream, which pdf.js needs to read the text of a page. WebKitGTK 2.50 has none;
 * to be removed when the oldest supported WebKitGTK iterates streams itself.
 */
export function supplyStreamIteration(stream: typeof ReadableStream = ReadableStream): void {
  if (Symbol.asyncIterator in stream.prototype) return;
  async function* iterate(this: ReadableStream) {
    const reader = this.getReader();
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
    } finally {
      reader.releaseLock();
    }
  }
  Object.defineProperty(stream.prototype, Symbol.asyncIterator, { value: iterate, writable: true, configurable: true });
}
