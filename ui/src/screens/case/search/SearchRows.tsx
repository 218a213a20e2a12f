/** The places asked, the late ones first: who, by when, what came of it, and what can be done. */
import type { FollowCode } from "../../../backend/generated/FollowCode";
import type { SearchView } from "../../../backend/generated/SearchView";
import { Button } from "../../../widgets/Button";
import { Menu, type MenuEntry } from "../../../widgets/Menu";
import { Rows, type RowsColumn } from "../../../widgets/Rows";
import { Status } from "../../../widgets/Status";
import { words } from "../../../words/en-GB";

type SearchRowsProps = {
  places: readonly SearchView[];
  onReport: (search: SearchView) => void;
  onFollow: (search: SearchView, what: FollowCode) => void;
  onText: (search: SearchView) => void;
  onSave: (search: SearchView) => void;
};

const { search: said } = words;

/** Late, then whoever is waited for by their day, then what is done. */
function inOrder(places: readonly SearchView[]): SearchView[] {
  const rank = ({ urgency }: SearchView) => (urgency === "overdue" ? 0 : urgency === "done" ? 2 : 1);
  return [...places].sort((one, other) => rank(one) - rank(other) || one.due.localeCompare(other.due));
}

/** What was said of it, in sentences. */
function saidOf(search: SearchView): string {
  return [
    search.note,
    search.by === "" ? "" : said.by(search.by),
    search.proof === "" ? "" : said.proof(search.proof),
    search.escalatedTo === "" ? "" : said.takenTo(search.escalatedTo),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

export function SearchRows({ places, onReport, onFollow, onText, onSave }: SearchRowsProps) {
  const more = (search: SearchView): MenuEntry[] => {
    const isOpen = search.result === null;
    const papers = [
      { id: "text", name: said.showText, run: () => onText(search) },
      { id: "pdf", name: said.savePdf, run: () => onSave(search) },
    ];
    return isOpen
      ? [
          { id: "again", name: said.again, run: () => onFollow(search, "chase") },
          { id: "up", name: said.takeUp, run: () => onFollow(search, "escalate") },
          ...papers,
        ]
      : [{ id: "correct", name: said.correct, run: () => onReport(search) }, ...papers];
  };
  const columns: RowsColumn<SearchView>[] = [
    {
      key: "place",
      title: said.columns.place,
      width: "27%",
      cell: ({ place, who }) => (
        <span className="search__place">
          {place}
          <span className="search__who">{who === "" ? said.nobody : who}</span>
        </span>
      ),
    },
    {
      key: "due",
      title: said.columns.due,
      width: "136px",
      isQuiet: true,
      isWhole: true,
      cell: ({ due, result }) => (result === null ? words.dates.short(due) : ""),
    },
    {
      key: "state",
      title: said.columns.state,
      cell: (search) => (
        <div className="search__state">
          <State search={search} />
          {saidOf(search) !== "" && <span className="quiet small">{saidOf(search)}</span>}
        </div>
      ),
    },
    {
      key: "act",
      title: said.columns.act,
      isTitleHidden: true,
      align: "end",
      width: "184px",
      isWhole: true,
      cell: (search) => (
        <span className="search__act">
          {search.result === null && (
            <Button kind="plain" name={said.reportOf(search.place)} onPress={() => onReport(search)}>
              {said.report}
            </Button>
          )}
          <Menu name={said.more(search.place)} entries={more(search)} />
        </span>
      ),
    },
  ];
  return <Rows name={said.places} columns={columns} rows={inOrder(places)} keyOf={({ search }) => search} />;
}

function State({ search: { result, urgency, stateWords } }: { search: SearchView }) {
  if (result !== null) {
    return (
      <Status isLong urgency={result === "not_searched" ? "none" : urgency}>
        {stateWords}
      </Status>
    );
  }
  return (
    <>
      <Status urgency={urgency}>{urgency === "overdue" ? said.states.late : said.states.waiting}</Status>
      <span className="quiet small">{stateWords}</span>
    </>
  );
}
