/** A group of what was found, added by hand. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Field } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";
import { NumberField } from "../../settings/NumberField";

const {
  decision: { group: said },
  common,
} = words;

export function GroupDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [items, setItems] = useState<number | null>(null);
  const [pages, setPages] = useState<number | null>(null);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const add = useAct("items_group", {
    onDone: () => {
      announce(said.done(title));
      onClose();
    },
  });
  return (
    <FormDialog
      title={said.title}
      isOpen
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={add.isBusy && common.busy}
      problem={add.problem}
      onSubmit={() => {
        if (items === null || pages === null) return;
        add.run({ commandId: commandId.current, case: view.case, version: view.version, title, items, pages });
      }}
    >
      <Field
        id="title"
        label={said.name}
        help={said.nameHelp}
        rule="ITEM-1"
        value={title}
        onChange={setTitle}
        isRequired
        autoFocus
      />
      <div className="columns columns--top">
        <NumberField
          id="items"
          label={said.items}
          value={items}
          onChange={setItems}
          unit={said.itemsUnit}
          notANumber={said.notNumber}
        />
        <NumberField
          id="pages"
          label={said.pages}
          value={pages}
          onChange={setPages}
          unit={said.pagesUnit}
          notANumber={said.notNumber}
        />
      </div>
    </FormDialog>
  );
}
