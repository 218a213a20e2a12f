/** All cases: filtered, ordered, searched, one line each. */
import { Search } from "lucide-react";
import { useState } from "react";
import { go } from "../../app/places";
import { useCaseRows, useRead } from "../../backend/call";
import type { CaseFilter } from "../../backend/generated/CaseFilter";
import type { CaseSort } from "../../backend/generated/CaseSort";
import { useSettled } from "../../backend/settled";
import { Button } from "../../widgets/Button";
import { CaseTable } from "../../widgets/CaseTable";
import { Pick, Segments } from "../../widgets/Choice";
import { Empty } from "../../widgets/Empty";
import { ProblemNotice } from "../../widgets/Problems";
import { SearchBox } from "../../widgets/SearchBox";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import "./cases.css";

const filters: readonly CaseFilter[] = ["open", "overdue", "dueSoon", "waiting", "closed", "all"];
const sorts: readonly CaseSort[] = ["mostUrgent", "newest", "reference", "name"];

export function CasesScreen() {
  const [filter, setFilter] = useState<CaseFilter>("open");
  const [sort, setSort] = useState<CaseSort>("mostUrgent");
  const [text, setText] = useState("");
  const looked = useSettled(text.trim(), 40);
  const [view, setView] = useState({ first: 0, last: 0 });
  const list = useRead("cases_open", { filter, sort, text: looked });
  const rowAt = useCaseRows(list.answer?.list, view.first, view.last);
  const { cases } = words;

  const showAll = () => {
    setText("");
    setFilter("all");
  };

  if (list.problem !== undefined) return <ProblemNotice problem={list.problem} />;
  if (list.answer === undefined) return null;
  const { count, all } = list.answer;

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
              value={filter}
              onChange={setFilter}
              options={filters.map((one) => ({ value: one, name: words.filters[one] }))}
            />
            <SearchBox label={cases.search} value={text} onChange={setText} />
            <Pick
              id="sort"
              label={cases.sort}
              isLabelHidden
              value={sort}
              onChange={setSort}
              options={sorts.map((one) => ({ value: one, name: words.sorts[one] }))}
            />
          </div>
          {count === 0 ? (
            <Empty
              icon={Search}
              title={cases.nothingTitle}
              text={looked === "" ? cases.nothingFiltered[filter] : cases.nothingSearched}
              action={
                filter === "all" && looked === "" ? undefined : <Button onPress={showAll}>{cases.showAll}</Button>
              }
            />
          ) : (
            <CaseTable
              key={`${filter} ${sort} ${looked}`}
              name={cases.table}
              count={count}
              rowAt={rowAt}
              onView={(first, last) => setView({ first, last })}
              onOpen={(row) => go({ at: "case", case: row.case, tab: "overview" })}
            />
          )}
        </>
      )}
    </div>
  );
}
