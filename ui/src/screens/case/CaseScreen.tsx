/** One case: who and what on top, the last day beside it, the next step, then its parts. */
import { useState } from "react";
import { type ActionName, actions } from "../../app/actions";
import { useDevice } from "../../app/device";
import { type CaseTab, go, shift, toHash } from "../../app/places";
import { useOffer } from "../../app/shortcuts";
import { useAct, useRead } from "../../backend/call";
import type { CaseView } from "../../backend/generated/CaseView";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import type { LetterKindCode } from "../../backend/generated/LetterKindCode";
import type { NextView } from "../../backend/generated/NextView";
import { Button } from "../../widgets/Button";
import { Loading } from "../../widgets/Loading";
import { Menu, type MenuEntry } from "../../widgets/Menu";
import { ProblemNotice } from "../../widgets/Problems";
import { Status } from "../../widgets/Status";
import { Tabs } from "../../widgets/Tabs";
import { TopBar, UpLink } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { Advice } from "./Advice";
import { CaseDialogs, type Dialogs } from "./CaseDialogs";
import "./case.css";
import { DecisionTab } from "./decision/DecisionTab";
import { DocumentsTab } from "./documents/DocumentsTab";
import { HistoryTab } from "./HistoryTab";
import { LastDay } from "./LastDay";
import { LettersTab } from "./LettersTab";
import { NextPanel } from "./NextPanel";
import { OverviewTab } from "./OverviewTab";
import { SearchTab } from "./search/SearchTab";

type CaseScreenProps = { case: string; tab: CaseTab; today: string };

export function CaseScreen({ case: id, tab, today }: CaseScreenProps) {
  const { answer, problem } = useRead("case_read", { case: id });
  return (
    <>
      <TopBar>
        <UpLink href={toHash({ at: "cases" })} onPress={() => go({ at: "cases" })}>
          {words.frame.cases}
        </UpLink>
      </TopBar>
      {problem !== undefined && (
        <div className="screen">
          <ProblemNotice problem={problem} />
        </div>
      )}
      {problem === undefined && answer === undefined && (
        <div className="screen">
          <Loading />
        </div>
      )}
      {answer !== undefined && <LoadedCase view={answer} tab={tab} today={today} />}
    </>
  );
}

function LoadedCase({ view, tab, today }: { view: CaseView; tab: CaseTab; today: string }) {
  const [dialog, setDialog] = useState<Dialogs | null>(null);
  const begin = useAct("letter_begin", { onDone: (letter) => go({ at: "letter", letter: letter.letter }) });
  const { case: said } = words;
  const id = view.case;
  const subject = view.parties.find(({ role }) => role === "subject") ?? view.parties[0];
  const asked = view.search.places.length;

  const write = (kind: LetterKindCode) => begin.run({ case: id, kind, party: null, again: null });
  const fits = (kind: LetterKindCode) => view.fittingLetters.some((letter) => letter.kind === kind);
  const doing = {
    record: () => setDialog({ show: "record" }),
    editParty: subject === undefined ? undefined : () => setDialog({ show: "party", party: subject.party }),
    acknowledge: fits("L01") ? () => write("L01") : undefined,
    answer: fits(view.answerKind) ? () => write(view.answerKind) : undefined,
    closeCase: view.closed ? undefined : () => setDialog({ show: "close" }),
    reopenCase: view.closed ? () => setDialog({ show: "reopen" }) : undefined,
    exportHistory: () => setDialog({ show: "export" }),
  };
  useOffer(doing);

  const doNext = ({ action, letter, kind }: NextView) => {
    switch (action) {
      case "write":
        return write(kind ?? "L00");
      case "openLetter":
        return letter === null ? shift({ at: "case", case: id, tab: "letters" }) : go({ at: "letter", letter });
      case "recordSent":
        return letter === null ? shift({ at: "case", case: id, tab: "letters" }) : setDialog({ show: "sent", letter });
      // The letter that came back says why, and begins the one that follows it.
      case "sendAgain":
        return letter === null ? shift({ at: "case", case: id, tab: "letters" }) : go({ at: "letter", letter });
      case "recordIdentityReceived":
        return setDialog({ show: "record", what: "identityReceived" });
      case "recordAuthorityReceived":
        return setDialog({ show: "record", what: "authorityReceived" });
      case "recordFeePaid":
        return setDialog({ show: "record", what: "feePaid" });
      case "askSearches":
      case "followSearches":
        return shift({ at: "case", case: id, tab: "search" });
      case "decideItems":
        return shift({ at: "case", case: id, tab: "decision" });
      case "recordAnswer":
        return setDialog({ show: "record", what: "answeredOutside" });
      case "recordClarificationReceived":
        return setDialog({ show: "record", what: "clarificationReceived" });
      case "close":
        return setDialog({ show: "close" });
      case "export":
        return setDialog({ show: "export" });
    }
  };

  const offers = (names: readonly (keyof typeof doing & ActionName)[]) =>
    names
      .filter((name) => doing[name] !== undefined)
      .map((name) => ({ id: name, name: actions[name].name, keys: actions[name].keys, run: () => doing[name]?.() }));
  const opens = (id: string, name: string, to: Dialogs): MenuEntry => ({ id, name, run: () => setDialog(to) });
  const ends: readonly HappeningCode[] = view.closed ? [] : ["withdrawn", "subjectDied"];
  const letters = view.fittingLetters.filter(({ kind }) => kind !== "L01" && kind !== view.answerKind);
  const more = [
    ...offers(["answer", "acknowledge"]),
    ...letters.map(({ kind, words: name }) => ({ id: kind, name, run: () => write(kind) })),
    opens("kinds", said.writeLetter, { show: "kinds" }),
    ...offers(["editParty", "exportHistory", "closeCase", "reopenCase"]),
    opens("addParty", words.people.add, { show: "addParty" }),
    opens("setTask", words.tasks.set, { show: "setTask" }),
    opens("note", words.notes.add, { show: "record", what: "noteWritten" }),
    opens("link", words.links.add, { show: "link" }),
    ...ends.map((what) => opens(what, words.happenings[what].name, { show: "record", what })),
  ];

  const { showWhy } = useDevice();
  // A reason, or more than one last day, wants the height of the window; one last day stands beside the next step.
  const isBeside = view.clocks.length > 1 || (showWhy && view.clocks.length > 0);

  return (
    <div className={isBeside ? "case case--beside" : "case"}>
      <header className="case__head">
        <div className="case__title">
          <h1>{view.who}</h1>
          <span className="case__reference">{view.reference}</span>
          <Status urgency={view.urgency}>
            {view.resolutionWords === "" ? view.statusWords : said.closedAs(view.resolutionWords)}
          </Status>
        </div>
        <div className="case__more">
          <Button kind="plain" keys={actions.record.keys} onPress={doing.record}>
            {actions.record.name}
          </Button>
          <Menu name={said.actions} entries={more} />
        </div>
        <p className="case__summary">{view.summary}</p>
        <Standing view={view} />
      </header>
      <NextPanel next={view.next} onDo={doNext} isBusy={begin.isBusy} problem={begin.problem} />
      <LastDay view={view} today={today} />
      <div className="case__body">
        <Advice case={id} />
        <Tabs
          name={said.tabsName}
          selected={tab}
          onSelect={(chosen) => shift({ at: "case", case: id, tab: chosen })}
          tabs={[
            {
              id: "overview",
              name: said.tabs.overview,
              content: <OverviewTab view={view} onOpen={setDialog} />,
            },
            {
              id: "search",
              name: said.tabs.search,
              count: asked === 0 ? "" : said.searched(view.search.reported, asked),
              content: <SearchTab view={view} today={today} />,
            },
            {
              id: "decision",
              name: said.tabs.decision,
              count: view.decision.groups.length,
              content: <DecisionTab view={view} today={today} />,
            },
            {
              id: "letters",
              name: said.tabs.letters,
              count: view.letters.length,
              content: <LettersTab view={view} onDo={doNext} isBusy={begin.isBusy} />,
            },
            {
              id: "documents",
              name: said.tabs.documents,
              count: view.documents.filter((one) => !one.isDestroyed).length,
              content: <DocumentsTab view={view} today={today} />,
            },
            {
              id: "history",
              name: said.tabs.history,
              content: (
                <HistoryTab
                  view={view}
                  onExport={() => setDialog({ show: "export" })}
                  onCorrect={(entry) => setDialog({ show: "correct", entry })}
                />
              ),
            },
          ]}
        />
      </div>
      <CaseDialogs view={view} today={today} dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}

/** What the person is to us, how identity and authority were shown: what decides who may get what. */
function Standing({ view }: { view: CaseView }) {
  const { standing } = words.case;
  const lines = [
    { name: standing.kind, said: view.personKind === null ? "" : words.whoToUs[view.personKind] },
    { name: standing.identity, said: view.identityWords },
    { name: standing.authority, said: view.authorityWords },
    { name: standing.role, said: view.ourRoleWords },
  ].filter(({ said }) => said !== "");
  if (lines.length === 0) return null;
  return (
    <dl className="standing" aria-label={standing.title}>
      {lines.map(({ name, said }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
