/** Choosing the files that go out, and their order. */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Arrange } from "../../../widgets/Arrange";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";
import { releasable } from "./releasable";

const {
  decision: { pack: said },
  common,
} = words;

export function PackDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const offered = releasable(view.documents);
  const isOffered = (id: string) => offered.some(({ document }) => document === id);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    view.decision.pack === null
      ? offered.filter(({ purpose }) => purpose === "released").map(({ document }) => document)
      : view.decision.pack.files.map(({ document }) => document).filter(isOffered),
  );
  const [wantsOne, setWantsOne] = useState(false);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const make = useAct("pack_make", {
    onDone: () => {
      announce(said.done(chosen.length));
      onClose();
    },
  });
  return (
    <FormDialog
      title={said.title}
      isOpen
      size="wide"
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={make.isBusy && common.busy}
      problem={make.problem}
      onSubmit={() => {
        setWantsOne(chosen.length === 0);
        if (chosen.length === 0) return;
        const { case: id, version } = view;
        make.run({ commandId: commandId.current, case: id, version, documents: [...chosen] });
      }}
    >
      <Arrange
        id="documents"
        label={said.chosen}
        leftLabel={said.left}
        emptyText={said.chosenEmpty}
        rule="PACK-1"
        error={wantsOne && chosen.length === 0 ? said.nothing : undefined}
        lines={offered.map(({ document, name, sizeWords, purpose }) => ({
          id: document,
          text: name,
          aside: `${said.purposes[purpose]}, ${sizeWords}`,
        }))}
        value={chosen}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
