import { expect, it } from "vitest";
import { supplyStreamIteration } from "./polyfills";

it("a stream that the browser cannot iterate is iterated", async () => {
  class Bare {
    private left = ["one", "two"];
    getReader() {
      return {
        read: async () => (this.left.length > 0 ? { done: false, value: this.left.shift() } : { done: true }),
        releaseLock: () => undefined,
      };
    }
  }
  supplyStreamIteration(Bare as unknown as typeof ReadableStream);
  const read: unknown[] = [];
  for await (const part of new Bare() as unknown as AsyncIterable<string>) read.push(part);
  expect(read).toEqual(["one", "two"]);
});

it("a browser that can do it is left alone", () => {
  const before = () => "its own";
  class Able {}
  Object.defineProperty(Able.prototype, Symbol.asyncIterator, { value: before });
  supplyStreamIteration(Able as unknown as typeof ReadableStream);
  expect(Reflect.get(Able.prototype, Symbol.asyncIterator)).toBe(before);
});
