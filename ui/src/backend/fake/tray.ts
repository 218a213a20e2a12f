/** The out tray of the pretend core: its letters, each in the part its state says. */
import type { TrayRow } from "../generated/TrayRow";
import type { TrayState } from "../generated/TrayState";
import type { TrayView } from "../generated/TrayView";
import { type FakeLetter, letterTitle, stateWords } from "./letters";
import type { World } from "./world";

const parts: Record<FakeLetter["state"], TrayState | null> = {
  draft: "draft",
  final: "ready",
  printed: "printed",
  sent: "sent",
  delivered: "sent",
  returned: "returned",
  void: null,
};

export function trayView(world: World, part: TrayState): TrayView {
  const counts = { draft: 0, ready: 0, printed: 0, sent: 0, returned: 0 };
  const rows: TrayRow[] = [];
  for (const of of world.cases) {
    for (const letter of of.letters) {
      const state = parts[letter.state];
      if (state === null) continue;
      counts[state] += 1;
      if (state !== part) continue;
      rows.push({
        letter: letter.id,
        case: of.id,
        caseVersion: of.history.length,
        reference: of.reference,
        number: letter.number,
        kind: letter.kind,
        title: letterTitle(letter),
        to: letter.addressee[0] ?? "",
        who: letter.addressee[0] ?? "",
        pages: letter.state === "draft" ? null : 2,
        datedOn: letter.datedOn,
        stateWords: stateWords(letter),
        postBy: part === "ready" ? "2026-11-24" : null,
        postByWords: part === "ready" ? "Post by Tue 24 Nov (1st class)" : "",
        urgency: "dueSoon",
        sentWords: letter.sent?.words ?? "",
      });
    }
  }
  return { counts, rows, more: 0 };
}
