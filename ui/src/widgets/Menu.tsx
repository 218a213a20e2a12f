/** A button that opens a short list of actions. */
import { Ellipsis } from "lucide-react";
import { Button as AriaButton, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Keys } from "./Keys";
import "./button.css";
import "./field.css";

export type MenuEntry = { id: string; name: string; keys?: string | undefined; isDanger?: boolean; run: () => void };

export function Menu({ name, entries }: { name: string; entries: readonly MenuEntry[] }) {
  return (
    <MenuTrigger>
      <AriaButton className="button button--plain" aria-label={name}>
        <Ellipsis size={20} aria-hidden="true" />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="options" aria-label={name}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.name}
              className={entry.isDanger ? "options__one options__one--danger" : "options__one"}
              onAction={entry.run}
            >
              <span>{entry.name}</span>
              {entry.keys !== undefined && <Keys keys={entry.keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
