import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/themes.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { followTheme } from "./app/device";
import type { Backend } from "./backend/backend";

/** In the window the real core; in a browser during development the pretend one, which is not in the built page. */
async function chooseBackend(): Promise<Backend> {
  if (import.meta.env.MODE !== "production" && !("__TAURI_INTERNALS__" in window)) {
    return (await import("./backend/fake")).startFake(window.location.search);
  }
  return (await import("./backend/tauri")).tauriBackend;
}

/** Text that appears in another font and then jumps is worse than text a moment later. */
async function loadFonts(): Promise<void> {
  const enough = new Promise((done) => setTimeout(done, 800));
  const faces = ["400 1em", "650 1em", "700 1em"].map((face) =>
    document.fonts.load(`${face} "Atkinson Hyperlegible Next Variable"`, "aŻ"),
  );
  await Promise.race([Promise.allSettled(faces), enough]);
}

async function start() {
  followTheme();
  const [backend] = await Promise.all([chooseBackend(), loadFonts()]);
  const root = document.getElementById("root");
  if (root !== null) createRoot(root).render(<App backend={backend} />);
}

void start();
