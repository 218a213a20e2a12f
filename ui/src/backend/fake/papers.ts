/** Commands of the pretend core: the people of a case, its tasks and links, and corrections of its entries. */
import { words } from "../../words/en-GB";
import type { AlikeRow } from "../generated/AlikeRow";
import type { ClockView } from "../generated/ClockView";
import { caseRow, clockOf, event, type FakeCase, summaryOf } from "./cases";
import { changedCase, findCase, type Handlers, invalid, newId, refuse, sameVersion, type World } from "./world";

const letters = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

function alikeRow(world: World, of: FakeCase, person: string | null): AlikeRow {
  const { urgency, statusWords, receivedOn } = caseRow(of, world.today);
  const isSame = of.person === person;
  return {
    case: of.id,
    reference: of.reference,
    party: `party-of-${of.id}`,
    person: of.person,
    who: of.name,
    roleWords: "the person the data is about",
    why: isSame ? "the same person" : "same name",
    isSame,
    statusWords,
    urgency,
    receivedOn,
    summary: summaryOf(of),
  };
}

export function papersHandlers(world: World) {
  const change = (request: { case: string; version: number }, sentence: string, kind: string, aside = "") => {
    const of = findCase(world, request.case);
    sameVersion(of, request.version);
    of.history.push(event(world.today, kind, sentence, aside));
    return of;
  };
  return {
    case_earlier: ({ case: id }) => {
      const of = findCase(world, id);
      const rows = world.cases
        .filter((one) => one !== of && (one.person === of.person || letters(one.name) === letters(of.name)))
        .map((one) => alikeRow(world, one, of.person));
      const last = rows.find((row) => row.isSame);
      const lastAnswer = last === undefined ? "" : `Answered last on 27 March 2026 (${last.reference}).`;
      return { value: { rows, more: 0, lastAnswer, lastCase: last?.case ?? null } };
    },
    people_alike: ({ name, email }) => {
      const looked = letters(name);
      const rows = world.cases
        .filter((one) => (looked.length > 3 && letters(one.name) === looked) || (email !== "" && one.email === email))
        .map((one) => alikeRow(world, one, null));
      return { value: { rows, more: 0 } };
    },
    person_identify: (request) => {
      const of = change(request, "Recorded as the same person as in an earlier case.", "person.identified");
      of.person = request.person;
      return changedCase(world, of);
    },
    party_add: (request) => {
      if (request.name.trim() === "") invalid("name", "Enter the name.");
      const of = change(request, `${words.roles[request.role]} added.`, "party.added");
      const { name, salutation, address, email, phone, role } = request;
      of.others.push({ party: newId(world), name, salutation, address, email, phone, role });
      return changedCase(world, of);
    },
    contact_note: (request) => {
      const of = change(request, "How to reach a person was noted.", "contact.noted");
      const { replyBy, print, needs, safeContact, language } = request;
      const said = [replyBy === null ? "" : words.channels[replyBy], print === "large" ? "large print" : ""];
      of.contact = { replyBy, print, needs, safeContact, language, words: said.filter((one) => one !== "").join(", ") };
      return changedCase(world, of);
    },
    task_set: (request) => {
      if (request.what.trim() === "") refuse("REC-1", "The task is empty.", "Write what is to be done.");
      const of = change(request, "Task set: a task of your own.", "task.set", request.what);
      of.tasks.push({
        task: newId(world),
        case: of.id,
        reference: of.reference,
        who: of.name,
        what: request.what,
        due: request.due,
        dueWords: words.dates.short(request.due),
        leftWords: request.due < world.today ? "late" : "to be done",
        urgency: request.due < world.today ? "overdue" : "running",
        isOver: false,
      });
      return changedCase(world, of);
    },
    task_end: (request) => {
      if (!request.isDone && request.text.trim() === "") {
        refuse("REC-1", "A task is given up with a reason.", "Write the reason.");
      }
      const said = request.isDone ? "Done" : "Given up";
      const of = change(request, `Task: ${said.toLowerCase()}.`, request.isDone ? "task.done" : "task.dropped");
      for (const task of of.tasks.filter((one) => one.task === request.task)) {
        Object.assign(task, { isOver: true, urgency: "done", leftWords: `${said} ${words.dates.plain(request.on)}` });
      }
      return changedCase(world, of);
    },
    tasks_read: ({ case: id }) => {
      const rows = world.cases.filter((of) => id === undefined || of.id === id).flatMap((of) => of.tasks);
      return { value: { rows: id === undefined ? rows.filter((task) => !task.isOver) : rows, more: 0 } };
    },
    case_link: (request) => {
      const other = world.cases.find((one) => one.reference === request.reference.trim());
      if (other === undefined) return invalid("reference", "No case has this reference. Nothing was recorded.");
      const of = change(request, "Linked with another case.", "case.linked");
      of.links.push({
        other: other.id,
        reference: other.reference,
        words: words.linkKinds[request.link].toLowerCase(),
      });
      return changedCase(world, of);
    },
    correction_preview: ({ case: id, entry, rightDay }) => {
      const of = findCase(world, id);
      const isReceipt = of.history[entry - 1]?.kind === "request.received";
      if (!isReceipt || rightDay === null) return { value: { problem: null, moves: [] } };
      const [before, after] = [of, { ...of, receivedOn: rightDay }].map((one) => clockOf(one, world.today));
      const said = (clock: ClockView | undefined) => `${clock?.lastDayWords}, running. ${clock?.leftWords}`;
      const move = {
        right: "access" as const,
        rightWords: "Access",
        beforeWords: said(before),
        afterWords: said(after),
      };
      return { value: { problem: null, moves: [move] } };
    },
    entry_correct: (request) => {
      if (request.reason.trim() === "") refuse("REC-1", "What was wrong?", "Write what was wrong and why.");
      const wrong = findCase(world, request.case).history[request.entry - 1];
      if (wrong === undefined) return invalid("entry", "There is no such entry.");
      const of = change(request, "An entry was corrected.", "entry.corrected", request.reason);
      wrong.isStruck = true;
      if (request.rightDay !== null) {
        of.history.push(event(request.rightDay, wrong.kind, wrong.sentence, wrong.aside));
        if (wrong.kind === "request.received") of.receivedOn = request.rightDay;
      }
      return changedCase(world, of);
    },
    why_sheet_save: ({ case: id }) => ({
      value: { fileName: `${findCase(world, id).reference}-why.pdf`, sha256: "c0ffee" },
    }),
  } satisfies Handlers;
}
