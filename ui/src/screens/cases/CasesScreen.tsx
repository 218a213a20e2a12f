/** All cases: filtered, ordered, searched, one line each. Coming back, one finds it as one left it. */
import { Search, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { go } from "../../app/places";
import { useCaseRows, useRead } from "../../backend/call";
import { useRemembered } from "../../backend/remembered";
import { useSettled } from "../../backend/settled";
import { Button } from "../../widgets/Button";
import { CaseTable } from "../../widgets/CaseTable";
import { Pick, Segments } from "../../widgets/Choice";
import { Empty } from "../../widgets/Empty";
import { useWindowMatches } from "../../widgets/media";
import { ProblemNotice } from "../../widgets/Problems";
import { SearchBox } from "../../widgets/SearchBox";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { CasesFilter } from "./CasesFilter";
import "./cases.css";
import { filters, firstView, narrowings, queryOf, sorts, wide } from "./casesView";

export function CasesScreen() {
  const [view, change] = useRemembered("cases", firstView);
  const [isFilterOpen, setFilterOpen] = useState(narrowings(view) > 0);
  const [seen, setSeen] = useState({ first: view.at, last: view.at });
  const isNarrow = useWindowMatches("(max-width: 860px)");
  const looked = useSettled(view.text.trim(), 40);
  const query = queryOf({ ...view, text: looked });
  const list = useRead("cases_open", query);
  const rowAt = useCaseRows(list.answer?.list, seen.first, seen.last);
  const { cases } = words;

  /** What changes which rows there are, or their order, begins at the first row. */
  const alter = (part: Partial<typeof view>) => change({ ...part, at: 0 });

  if (list.problem !== undefined) {
    return (
      <div className="screen">
        <ProblemNotice problem={list.problem} />
      </div>
    );
  }
  if (list.answer === undefined) return null;
  const { count, all } = list.answer;
  const narrowed = narrowings(view);

  return (
    <div className="screen">
      <TopBar>
        <h1>{cases.title}</h1>
        <span className="quiet" role="status">
          {cases.count(count, all, count !== all)}
        </span>
      </TopBar>
      {all === 0 ? (
        <Empty
          title={cases.emptyTitle}
          text={cases.emptyText}
          action={
            <Button kind="main" onPress={() => go({ at: "newCase" })}>
              {words.frame.newCase}
            </Button>
          }
        />
      ) : (
        <>
          <div className="cases__tools">
            <Segments
              id="filter"
              label={cases.filter}
              value={view.filter}
              onChange={(filter) => alter({ filter })}
              options={filters.map((one) => ({ value: one, name: words.filters[one] }))}
            />
            <SearchBox label={cases.search} value={view.text} onChange={(text) => alter({ text })} />
            <Button icon={SlidersHorizontal} isExpanded={isFilterOpen} onPress={() => setFilterOpen(!isFilterOpen)}>
              {narrowed === 0 ? cases.more : cases.moreOn(narrowed)}
            </Button>
            {isNarrow && (
              <Pick
                id="sort"
                label={cases.sort}
                isLabelHidden
                value={view.sort}
                onChange={(sort) => alter({ sort, reversed: false })}
                options={sorts.map((one) => ({ value: one, name: words.sorts[one] }))}
              />
            )}
          </div>
          {isFilterOpen && <CasesFilter view={view} onChange={alter} />}
          {count === 0 ? (
            <Empty
              icon={Search}
              title={cases.nothingTitle}
              text={
                looked !== ""
                  ? cases.nothingSearched
                  : narrowed > 0
                    ? cases.nothingNarrowed
                    : cases.nothingFiltered[view.filter]
              }
              action={
                view.filter === "all" && looked === "" && narrowed === 0 ? undefined : (
                  <Button onPress={() => alter(wide)}>{cases.showAll}</Button>
                )
              }
            />
          ) : (
            <CaseTable
              key={JSON.stringify(query)}
              name={cases.table}
              count={count}
              rowAt={rowAt}
              order={view}
              onOrder={alter}
              startAt={view.at}
              onView={(first, last) => setSeen({ first, last })}
              onOpen={(row, at) => {
                change({ at });
                go({ at: "case", case: row.case, tab: "overview" });
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
