/** The real door: two Tauri commands and the events the page listens to. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { asProblem, type Backend, type Changed, type ProgressShown } from "./backend";

/** Tauri registers listeners asynchronously; stopping has to wait for that. */
function subscribe<T>(event: string, heard: (payload: T) => void): () => void {
  const started = listen<T>(event, (message) => heard(message.payload));
  return () => void started.then((stop) => stop());
}

export const tauriBackend: Backend = {
  call: (name, request) =>
    invoke<never>("call", { name, request }).catch((thrown: unknown) => {
      throw asProblem(thrown);
    }),
  blob: (id) =>
    invoke<ArrayBuffer>("blob", { id }).catch((thrown: unknown) => {
      throw asProblem(thrown);
    }),
  onChanged: (heard) => subscribe<Changed>("changed", heard),
  onLocking: (heard) => subscribe<null>("locking", () => heard()),
  onClosing: (heard) => subscribe<boolean>("closing", heard),
  onProgress: (heard) => subscribe<ProgressShown>("progress", heard),
};
