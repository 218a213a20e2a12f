/** The request to one place as a text, to be copied into a message. */
import { useRead } from "../../../backend/call";
import type { SearchView } from "../../../backend/generated/SearchView";
import { Button } from "../../../widgets/Button";
import { Copied } from "../../../widgets/Copied";
import { Dialog } from "../../../widgets/Dialog";
import { ProblemNotice } from "../../../widgets/Problems";
import { words } from "../../../words/en-GB";

type RequestDialogProps = { caseId: string; search: SearchView; onClose: () => void };

const { text: said } = words.search;

export function RequestDialog({ caseId, search, onClose }: RequestDialogProps) {
  const { answer, problem } = useRead("search_text", { case: caseId, search: search.search });
  return (
    <Dialog title={said.title(search.place)} isOpen onClose={onClose} size="wide">
      <p className="quiet">{said.intro}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {answer !== undefined && (
        <div className="search__text">
          <Copied value={answer.text} name={said.name} done={said.copied} />
        </div>
      )}
      <div className="dialog__feet">
        <Button kind="main" onPress={onClose}>
          {said.close}
        </Button>
      </div>
    </Dialog>
  );
}
