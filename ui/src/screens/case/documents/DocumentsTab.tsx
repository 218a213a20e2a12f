/** The files kept with a case: kept, saved, and destroyed with proof. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { DocumentView } from "../../../backend/generated/DocumentView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Button } from "../../../widgets/Button";
import { Empty } from "../../../widgets/Empty";
import { FileRow } from "../../../widgets/FileRow";
import { ProblemNotice } from "../../../widgets/Problems";
import { Status } from "../../../widgets/Status";
import { words } from "../../../words/en-GB";
import { DestroyDialog } from "./DestroyDialog";
import { KeepDialog } from "./KeepDialog";

const { documents: said } = words;

export function DocumentsTab({ view }: { view: CaseView; today: string }) {
  const { documents } = view;
  const [keeps, setKeeps] = useState(false);
  const [destroyed, setDestroyed] = useState<DocumentView | null>(null);
  const announce = useAnnounce();
  const save = useAct("document_save", { onDone: ({ fileName }) => announce(said.saved(fileName)) });
  const keep = (
    <Button icon={Plus} onPress={() => setKeeps(true)}>
      {said.keep}
    </Button>
  );
  return (
    <div className="stack">
      {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
      {documents.length === 0 ? (
        <Empty title={said.empty} text={said.emptyText} action={keep} />
      ) : (
        <>
          <ul className="files" aria-label={said.list}>
            {documents.map((document) => (
              <Kept
                key={document.document}
                document={document}
                onSave={() => save.run({ case: view.case, document: document.document })}
                onDestroy={() => setDestroyed(document)}
              />
            ))}
          </ul>
          <div className="row">
            {keep}
            <span className="quiet small">{said.limit}</span>
          </div>
        </>
      )}
      {keeps && <KeepDialog view={view} onClose={() => setKeeps(false)} />}
      {destroyed !== null && <DestroyDialog view={view} document={destroyed} onClose={() => setDestroyed(null)} />}
    </div>
  );
}

type KeptProps = { document: DocumentView; onSave: () => void; onDestroy: () => void };

function Kept({ document, onSave, onDestroy }: KeptProps) {
  const { name, purpose, sizeWords, stateWords, isDestroyed, destroyWords } = document;
  const about = [purpose === null ? "" : said.purposes[purpose].name, sizeWords, stateWords];
  const aside = about.filter((part) => part !== "").join(" · ");
  // Its name went with it: there is nothing left to strike through.
  if (isDestroyed)
    return <FileRow name={said.gone} aside={aside} status={<Status urgency="none">{said.destroyed}</Status>} />;
  return (
    <FileRow
      name={name}
      aside={aside}
      status={
        (purpose === "identity" || destroyWords !== "") && (
          <Status urgency="dueSoon">{destroyWords === "" ? said.identity : destroyWords}</Status>
        )
      }
    >
      <Button kind="plain" name={said.saveOf(name)} onPress={onSave}>
        {said.save}
      </Button>
      <Button kind="plain" name={said.destroyOf(name)} onPress={onDestroy}>
        {said.destroy}
      </Button>
    </FileRow>
  );
}
