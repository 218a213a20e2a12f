/** The law behind each step: every rule in plain words with its source, searched as one types. */
import { Search } from "lucide-react";
import { useState } from "react";
import { useRead } from "../../backend/call";
import type { RuleSubject } from "../../backend/generated/RuleSubject";
import type { RulesView } from "../../backend/generated/RulesView";
import { Button } from "../../widgets/Button";
import { Empty } from "../../widgets/Empty";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { SearchBox } from "../../widgets/SearchBox";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import "./help.css";

export function HelpScreen({ rule }: { rule: string }) {
  const { answer, problem } = useRead("rules_read", {});
  return (
    <div className="screen">
      <TopBar>
        <h1>{words.help.title}</h1>
      </TopBar>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {problem === undefined && answer === undefined && <Loading />}
      {answer !== undefined && <Loaded view={answer} rule={rule} />}
    </div>
  );
}

/** Every word that is looked for stands somewhere in the rule, or in what it is about. */
function searched(subjects: readonly RuleSubject[], text: string): RuleSubject[] {
  const looked = text.toLowerCase().split(/\s+/).filter(Boolean);
  return subjects
    .map((subject) => ({
      ...subject,
      rules: subject.rules.filter((rule) => {
        const whole = [rule.id, rule.words, rule.source, subject.words].join(" ").toLowerCase();
        return looked.every((word) => whole.includes(word));
      }),
    }))
    .filter(({ rules }) => rules.length > 0);
}

const counts = (subjects: readonly RuleSubject[]) => subjects.reduce((sum, { rules }) => sum + rules.length, 0);

/** The entry one came for takes the focus, at the head of the page. */
function arrive(entry: HTMLElement | null) {
  entry?.focus({ preventScroll: true });
  entry?.scrollIntoView?.({ block: "center" });
}

function Loaded({ view, rule }: { view: RulesView; rule: string }) {
  const [text, setText] = useState("");
  const { help } = words;
  const shown = searched(view.subjects, text);
  const isKnown = rule === "" || view.subjects.some(({ rules }) => rules.some(({ id }) => id === rule));
  return (
    <>
      <div className="help__head">
        <p className="quiet">
          {help.intro} {view.law}
        </p>
        <div className="help__search">
          <SearchBox label={help.search} value={text} onChange={setText} />
          <span className="small quiet" role="status">
            {help.count(counts(shown), counts(view.subjects))}
          </span>
        </div>
        {!isKnown && (
          <Notice tone="care">
            <p>{help.unknown(rule)}</p>
          </Notice>
        )}
      </div>
      {shown.length === 0 && (
        <Empty
          icon={Search}
          title={help.nothingTitle}
          text={help.nothingText}
          action={<Button onPress={() => setText("")}>{help.showAll}</Button>}
        />
      )}
      {shown.map((subject) => (
        <section key={subject.words} className="help__subject" aria-label={subject.words}>
          <h2 className="part-title">{subject.words}</h2>
          <ul className="help__rules">
            {subject.rules.map(({ id, words: said, source }) => (
              <li
                key={id}
                ref={id === rule ? arrive : undefined}
                className="help__rule"
                tabIndex={id === rule ? -1 : undefined}
                data-here={id === rule || undefined}
              >
                <span className="help__id">{id}</span>
                <div>
                  <p>{said}</p>
                  <p className="small quiet">{source}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
