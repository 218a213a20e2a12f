/** What was found, in groups: added by hand, read in from a list, and decided about (ITEM-1). */
import { Plus } from "lucide-react";
import { useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { GroupView } from "../../../backend/generated/GroupView";
import type { ItemsImported } from "../../../backend/generated/ItemsImported";
import type { Urgency } from "../../../backend/generated/Urgency";
import { Button } from "../../../widgets/Button";
import { Empty } from "../../../widgets/Empty";
import { Notice } from "../../../widgets/Notice";
import { ProblemNotice } from "../../../widgets/Problems";
import { Rows, type RowsColumn } from "../../../widgets/Rows";
import { Status } from "../../../widgets/Status";
import { words } from "../../../words/en-GB";
import { DecideDialog } from "./DecideDialog";
import { GroupDialog } from "./GroupDialog";

const { decision: said, common } = words;

export function FoundPart({ view }: { view: CaseView }) {
  const { groups, pagesFound } = view.decision;
  const [adds, setAdds] = useState(false);
  const [decided, setDecided] = useState<GroupView | null>(null);
  const [imported, setImported] = useState<ItemsImported | null>(null);
  const read = useAct("items_import", { onDone: setImported });

  const actions = !view.closed && (
    <div className="row">
      <Button icon={Plus} onPress={() => setAdds(true)}>
        {said.add}
      </Button>
      <Button
        kind="plain"
        busy={read.isBusy && common.busy}
        onPress={() => read.run({ commandId: newCommandId(), case: view.case, version: view.version })}
      >
        {said.importList}
      </Button>
      <span className="quiet small">{said.importHelp}</span>
    </div>
  );
  return (
    <section className="stack" aria-label={said.found}>
      <div className="decision__head">
        <h2>{said.found}</h2>
        <p className="quiet">
          {pagesFound === 0 ? said.notFound : said.foundWords(pagesFound)} {view.decision.words}
        </p>
      </div>
      {read.problem !== undefined && <ProblemNotice problem={read.problem} />}
      {imported !== null && <Imported imported={imported} onClose={() => setImported(null)} />}
      {groups.length === 0 ? (
        <Empty title={said.empty} text={said.emptyText} />
      ) : (
        <Rows
          name={said.found}
          columns={columns(view.closed ? undefined : setDecided)}
          rows={groups}
          keyOf={({ group }) => group}
        />
      )}
      {actions}
      {adds && <GroupDialog view={view} onClose={() => setAdds(false)} />}
      {decided !== null && (
        <DecideDialog key={decided.group} view={view} group={decided} onClose={() => setDecided(null)} />
      )}
    </section>
  );
}

/** Undecided: an outline. Released: a tick. In part: half. Withheld: a dash. */
const marks: Record<NonNullable<GroupView["treatment"]>, Urgency> = {
  released: "done",
  redacted: "dueSoon",
  withheld: "none",
};

function columns(onDecide: ((group: GroupView) => void) | undefined): RowsColumn<GroupView>[] {
  const shown: RowsColumn<GroupView>[] = [
    { key: "title", title: said.columns.title, width: "26%", cell: ({ title }) => title },
    {
      key: "items",
      title: said.columns.items,
      width: "72px",
      align: "end",
      cell: ({ items }) => items.toLocaleString("en-GB"),
    },
    {
      key: "pages",
      title: said.columns.pages,
      width: "72px",
      align: "end",
      cell: ({ pages }) => pages.toLocaleString("en-GB"),
    },
    {
      key: "state",
      title: said.columns.state,
      cell: ({ treatment, stateWords, reason, naming }) => (
        <div className="decision__state">
          <Status isLong urgency={treatment === null ? "waiting" : marks[treatment]}>
            {stateWords}
          </Status>
          {reason !== "" && <span className="quiet small">{reason}</span>}
          {treatment !== null && naming === "neutral" && <span className="quiet small">{said.neutral}</span>}
        </div>
      ),
    },
  ];
  if (onDecide === undefined) return shown;
  return [
    ...shown,
    {
      key: "act",
      title: said.columns.act,
      isTitleHidden: true,
      align: "end",
      width: "132px",
      cell: (group) => {
        const isDecided = group.treatment !== null;
        const name = isDecided ? said.decideAgainOf(group.title) : said.decideOf(group.title);
        return (
          <Button kind="plain" name={name} onPress={() => onDecide(group)}>
            {isDecided ? said.decideAgain : said.decide}
          </Button>
        );
      },
    },
  ];
}

/** What was read from the list, and each line that could not be. */
function Imported({ imported, onClose }: { imported: ItemsImported; onClose: () => void }) {
  const { faults } = imported;
  return (
    <Notice tone={faults.length === 0 ? "good" : "care"} title={said.imported} role="status">
      <p>{imported.words}</p>
      {faults.length > 0 && (
        <ul className="decision__faults" aria-label={said.faults(faults.length)}>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <div>
        <Button kind="plain" onPress={onClose}>
          {said.closeImported}
        </Button>
      </div>
    </Notice>
  );
}
