/** Search or do: every action that can be done here by its name, every case by anything. */
import { useState } from "react";
import { useCaseRows, useRead } from "../backend/call";
import { type Command, CommandList } from "../widgets/CommandList";
import { words } from "../words/en-GB";
import { actions } from "./actions";
import { go, settingsParts } from "./places";
import { useOffered } from "./shortcuts";

const mostCases = 8;
const leastMeant = 3;

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return isOpen ? <OpenPalette onClose={onClose} /> : null;
}

function OpenPalette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const looked = text.trim();
  const offered = useOffered();
  const list = useRead("cases_open", { filter: "all", sort: "mostUrgent", text: looked }, { skip: looked === "" });
  const rowAt = useCaseRows(looked === "" ? undefined : list.answer?.list, 0, mostCases - 1);

  const fits = (name: string) => name.toLowerCase().includes(looked.toLowerCase());
  const does: Command[] = offered
    .filter(({ name }) => name !== "palette" && fits(actions[name].name))
    .map(({ name, run }) => ({ id: `do-${name}`, name: actions[name].name, keys: actions[name].keys, run }));
  const parts: Command[] = settingsParts
    .map((part) => ({
      id: `settings-${part}`,
      name: words.palette.settingsPart(words.settings.parts[part]),
      run: () => go({ at: "settings", part }),
    }))
    .filter(({ name }) => looked !== "" && fits(name));

  const shown = looked === "" ? 0 : Math.min(mostCases, list.answer?.count ?? 0);
  const cases = Array.from({ length: shown }, (_, index) => rowAt(index)).flatMap((row): Command[] =>
    row === undefined
      ? []
      : [
          {
            id: `case-${row.case}`,
            name: row.who,
            aside: `${row.reference} · ${row.statusWords}`,
            run: () => go({ at: "case", case: row.case, tab: "overview" }),
          },
        ],
  );

  // Whoever types the beginning of an action means it; otherwise people come first.
  const isMeant =
    looked.length >= leastMeant && does.some(({ name }) => name.toLowerCase().startsWith(looked.toLowerCase()));
  const found = { title: words.palette.cases, commands: cases };
  const done = { title: words.palette.actions, commands: [...does, ...parts] };

  return (
    <CommandList
      title={words.palette.title}
      placeholder={words.palette.placeholder}
      nothing={words.palette.nothing}
      isOpen
      onClose={onClose}
      text={text}
      onText={setText}
      groups={isMeant ? [done, found] : [found, done]}
    />
  );
}
