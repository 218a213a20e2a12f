/** Setting a task with its day, and ending one: done, with its proof, or given up, with the reason. */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { TaskRow } from "../../backend/generated/TaskRow";
import { DateField } from "../../widgets/DateField";
import { Field, LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { useCaseAct } from "./useCaseAct";

export function TaskSetDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [what, setWhat] = useState("");
  const [due, setDue] = useState<string | null>(null);
  const set = useCaseAct("task_set", view, onClose);
  const { tasks } = words;
  return (
    <FormDialog
      title={tasks.setTitle}
      intro={tasks.setIntro}
      isOpen
      onClose={onClose}
      problem={set.problem}
      submit={tasks.setSubmit}
      busy={set.isBusy && words.common.busy}
      onSubmit={() => {
        if (due !== null) set.run({ what, due });
      }}
    >
      <Field id="what" label={tasks.what} value={what} onChange={setWhat} isRequired autoFocus />
      <DateField id="due" label={tasks.due} value={due} onChange={setDue} isRequired />
    </FormDialog>
  );
}

type TaskEndDialogProps = { view: CaseView; task: TaskRow; isDone: boolean; today: string; onClose: () => void };

export function TaskEndDialog({ view, task, isDone, today, onClose }: TaskEndDialogProps) {
  const [text, setText] = useState("");
  const [on, setOn] = useState<string | null>(today);
  const end = useCaseAct("task_end", view, onClose);
  const { tasks } = words;
  return (
    <FormDialog
      title={isDone ? tasks.doneTitle : tasks.dropTitle}
      intro={isDone ? tasks.doneIntro : tasks.dropIntro}
      isOpen
      onClose={onClose}
      problem={end.problem}
      submit={isDone ? tasks.doneSubmit : tasks.dropSubmit}
      busy={end.isBusy && words.common.busy}
      onSubmit={() => {
        if (on !== null) end.run({ task: task.task, isDone, on, text });
      }}
    >
      <p>
        <strong>{task.what}</strong>
      </p>
      {isDone && <DateField id="on" label={tasks.on} value={on} onChange={setOn} isRequired />}
      <LongField
        id="text"
        label={isDone ? tasks.proof : tasks.dropReason}
        value={text}
        onChange={setText}
        isRequired={!isDone}
        isOptional={isDone}
        rows={3}
        autoFocus
      />
    </FormDialog>
  );
}
