import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // Relative, so that the same files open under tauri://localhost and in a browser.
  base: "./",
  build: {
    target: "safari16",
    // Nothing is inlined: the content policy has no room for data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js and its worker are larger than the default limit and are loaded only when a letter is opened.
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5199, strictPort: true },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
    // Files share what they load, which was two fifths of the time. Each test cleans up after itself, in any order.
    isolate: false,
    // Nothing else runs beside these tests: a machine of two cores gives both.
    maxWorkers: "100%",
  },
});
