/** Tasks with their days, notes, and the cases that belong to this one. */
import type { ReactNode } from "react";
import { go, toHash } from "../../app/places";
import type { CaseView } from "../../backend/generated/CaseView";
import type { TaskRow } from "../../backend/generated/TaskRow";
import { Button } from "../../widgets/Button";
import { Status } from "../../widgets/Status";
import { words } from "../../words/en-GB";
import type { Dialogs } from "./CaseDialogs";

type PartProps = { view: CaseView; onOpen: (dialog: Dialogs) => void };

type SectionProps = { title: string; add: string; onAdd: () => void; empty: string; children: ReactNode[] };

/** A titled list with its way to add to it, and a sentence while it is empty. */
function Section({ title, add, onAdd, empty, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <div className="part-head">
        <h2 className="part-title">{title}</h2>
        <Button kind="plain" onPress={onAdd}>
          {add}
        </Button>
      </div>
      {children.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className="lines" aria-label={title}>
          {children}
        </ul>
      )}
    </section>
  );
}

export function Tasks({ view, onOpen }: PartProps) {
  const { tasks } = words;
  return (
    <Section title={tasks.title} add={tasks.set} onAdd={() => onOpen({ show: "setTask" })} empty={tasks.none}>
      {view.tasks.map((task) => (
        <Task key={task.task} task={task} onOpen={onOpen} />
      ))}
    </Section>
  );
}

function Task({ task, onOpen }: { task: TaskRow; onOpen: (dialog: Dialogs) => void }) {
  const { tasks } = words;
  const end = (isDone: boolean) => onOpen({ show: "endTask", task: task.task, isDone });
  return (
    <li className="task">
      <span className="task__what">{task.isOver ? <s>{task.what}</s> : task.what}</span>
      <span className="quiet small task__due">{task.isOver ? "" : `${tasks.due} ${task.dueWords}`}</span>
      <Status urgency={task.urgency}>{task.leftWords}</Status>
      {!task.isOver && (
        <span className="task__do">
          <Button kind="second" name={tasks.doneOf(task.what)} onPress={() => end(true)}>
            {tasks.done}
          </Button>
          <Button kind="plain" name={tasks.dropOf(task.what)} onPress={() => end(false)}>
            {tasks.drop}
          </Button>
        </span>
      )}
    </li>
  );
}

export function Notes({ view, onOpen }: PartProps) {
  const { notes } = words;
  const written = view.history.flatMap((day) =>
    day.entries.filter(({ kind, isStruck }) => kind === "note.written" && !isStruck).map((entry) => ({ day, entry })),
  );
  return (
    <Section
      title={notes.title}
      add={notes.add}
      onAdd={() => onOpen({ show: "record", what: "noteWritten" })}
      empty={notes.none}
    >
      {written.map(({ day, entry }) => (
        <li key={entry.seq} className="note-line">
          <span className="quiet small">{day.words}</span>
          <p>{entry.aside === "" ? entry.sentence : entry.aside}</p>
        </li>
      ))}
    </Section>
  );
}

export function Links({ view, onOpen }: PartProps) {
  const { links } = words;
  return (
    <Section title={links.title} add={links.add} onAdd={() => onOpen({ show: "link" })} empty={links.none}>
      {view.links.map(({ other, reference, words: how }) => {
        const place = { at: "case", case: other, tab: "overview" } as const;
        return (
          <li key={`${other} ${how}`} className="note-line">
            <a
              href={toHash(place)}
              onClick={(event) => {
                event.preventDefault();
                go(place);
              }}
            >
              {reference}
            </a>
            <span className="quiet">{how}</span>
          </li>
        );
      })}
    </Section>
  );
}
