/** Two cases belong together: by the other one's reference. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { LinkKindCode } from "../../backend/generated/LinkKindCode";
import { Choice } from "../../widgets/Choice";
import { Field } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

const kinds: readonly LinkKindCode[] = ["related", "follows_from", "same_person"];

export function LinkDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [reference, setReference] = useState("");
  const [link, setLink] = useState<LinkKindCode>("related");
  const add = useCaseAct("case_link", view, onClose);
  const { links } = words;
  return (
    <FormDialog
      title={links.addTitle}
      intro={links.addIntro}
      isOpen
      onClose={onClose}
      problem={add.problem}
      submit={links.submit}
      busy={add.isBusy && words.common.busy}
      onSubmit={() => add.run({ reference, link })}
    >
      <Field
        id="reference"
        label={links.reference}
        value={reference}
        onChange={setReference}
        width="middle"
        isCode
        isRequired
        autoFocus
      />
      <Choice
        id="link"
        label={links.kind}
        value={link}
        onChange={setLink}
        options={kinds.map((code) => ({ value: code, name: words.linkKinds[code] }))}
      />
    </FormDialog>
  );
}
