/** The search of a case: whom to ask, who has reported, who is late, and what came of it (SEARCH-1). */
import { Search } from "lucide-react";
import { useState } from "react";
import { actions } from "../../../app/actions";
import { useOffer } from "../../../app/shortcuts";
import { useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { FollowCode } from "../../../backend/generated/FollowCode";
import type { SearchView } from "../../../backend/generated/SearchView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Button } from "../../../widgets/Button";
import { Empty } from "../../../widgets/Empty";
import { ProblemNotice } from "../../../widgets/Problems";
import { words } from "../../../words/en-GB";
import { AskDialog, AskPanel } from "./AskForm";
import { FollowDialog } from "./FollowDialog";
import { ReportDialog } from "./ReportDialog";
import { RequestDialog } from "./RequestDialog";
import { SameDialog } from "./SameDialog";
import { SearchRows } from "./SearchRows";
import "./search.css";

type Shown =
  | { show: "ask" }
  | { show: "same" }
  | { show: "report"; search: SearchView }
  | { show: "follow"; search: SearchView; what: FollowCode }
  | { show: "text"; search: SearchView };

const { search: said } = words;

export function SearchTab({ view, today }: { view: CaseView; today: string }) {
  const { places } = view.search;
  const [shown, setShown] = useState<Shown | null>(null);
  const announce = useAnnounce();
  const save = useAct("search_sheet_save", { onDone: ({ fileName }) => announce(said.saved(fileName)) });
  const open = places.filter((place) => place.result === null);
  const canAsk = places.length > 0 && !view.closed && shown === null;
  useOffer({ askPlaces: canAsk ? () => setShown({ show: "ask" }) : undefined });

  if (places.length === 0) {
    return view.closed ? (
      <Empty icon={Search} title={said.noneClosed} text={said.noneClosedText} />
    ) : (
      <AskPanel view={view} today={today} />
    );
  }
  return (
    <div className="stack">
      <div className="search__head">
        <p className="search__words">{view.search.words}</p>
        <div className="row">
          {open.length > 1 && (
            <Button kind="plain" onPress={() => setShown({ show: "same" })}>
              {said.several}
            </Button>
          )}
          {!view.closed && (
            <Button keys={actions.askPlaces.keys} onPress={() => setShown({ show: "ask" })}>
              {said.askMore}
            </Button>
          )}
        </div>
      </div>
      {save.problem !== undefined && <ProblemNotice problem={save.problem} />}
      <SearchRows
        places={places}
        onReport={(search) => setShown({ show: "report", search })}
        onFollow={(search, what) => setShown({ show: "follow", search, what })}
        onText={(search) => setShown({ show: "text", search })}
        onSave={({ search }) => save.run({ case: view.case, search })}
      />
      <Dialogs view={view} today={today} shown={shown} onClose={() => setShown(null)} />
    </div>
  );
}

type DialogsProps = { view: CaseView; today: string; shown: Shown | null; onClose: () => void };

function Dialogs({ shown, ...shared }: DialogsProps) {
  switch (shown?.show) {
    case "ask":
      return <AskDialog {...shared} />;
    case "same":
      return <SameDialog {...shared} />;
    case "report":
      return <ReportDialog {...shared} search={shown.search} />;
    case "follow":
      return <FollowDialog {...shared} search={shown.search} what={shown.what} />;
    case "text":
      return <RequestDialog caseId={shared.view.case} search={shown.search} onClose={shared.onClose} />;
    default:
      return null;
  }
}
