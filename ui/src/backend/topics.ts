/** Which topics each read shows, so that a change drops exactly the reads it made stale. */
import type { AnswerOf, CommandName, RequestOf } from "./backend";
import type { Topic } from "./generated/Topic";

/** The commands that only read. Everything else goes through `useAct`. */
const reads = [
  "gate_status",
  "home_read",
  "settings_read",
  "logo_read",
  "registers_read",
  "holidays_read",
  "today_read",
  "cases_choices",
  "cases_open",
  "cases_rows",
  "case_read",
  "case_what_if",
  "case_earlier",
  "people_alike",
  "case_export_preview",
  "correction_preview",
  "search_propose",
  "search_text",
  "report_read",
  "rules_read",
  "letter_read",
  "letter_kinds",
  "tray_read",
  "intake_preview",
  "passphrase_judge",
  "draft_read",
  "print_queues",
  "backup_status",
] as const satisfies readonly CommandName[];
export type ReadName = (typeof reads)[number];

type Shows = { [N in ReadName]: (request: RequestOf<N>, answer: AnswerOf<N> | undefined) => Topic[] };

const shows: Shows = {
  gate_status: () => [{ of: "gate" }],
  home_read: () => [{ of: "gate" }, { of: "settings" }, { of: "cases" }, { of: "letters" }],
  settings_read: () => [{ of: "settings" }],
  logo_read: () => [{ of: "settings" }],
  registers_read: () => [{ of: "registers" }],
  holidays_read: () => [{ of: "holidays" }, { of: "settings" }],
  today_read: () => [{ of: "cases" }, { of: "letters" }, { of: "settings" }, { of: "holidays" }],
  cases_choices: () => [],
  cases_open: () => [{ of: "cases" }],
  // A list keeps its rows while it is open; a new list is opened when cases change.
  cases_rows: () => [],
  case_read: ({ case: id }) => [{ of: "case", case: id }, { of: "holidays" }],
  case_what_if: ({ case: id }) => [{ of: "case", case: id }, { of: "holidays" }],
  case_earlier: () => [{ of: "cases" }],
  people_alike: () => [{ of: "cases" }],
  case_export_preview: ({ case: id }) => [{ of: "case", case: id }],
  correction_preview: ({ case: id }) => [{ of: "case", case: id }, { of: "settings" }],
  search_propose: ({ case: id }) => [{ of: "case", case: id }, { of: "registers" }, { of: "settings" }],
  search_text: ({ case: id }) => [{ of: "case", case: id }, { of: "settings" }],
  report_read: () => [{ of: "cases" }],
  rules_read: () => [],
  letter_read: (_, letter) =>
    letter === undefined
      ? [{ of: "settings" }]
      : [{ of: "case", case: letter.case }, { of: "settings" }, { of: "holidays" }],
  letter_kinds: ({ case: id }) => [{ of: "case", case: id }],
  tray_read: () => [{ of: "letters" }, { of: "cases" }],
  intake_preview: () => [{ of: "settings" }, { of: "holidays" }],
  passphrase_judge: () => [],
  draft_read: () => [],
  print_queues: () => [],
  backup_status: () => [{ of: "safety" }],
};

const isRead = (name: unknown): name is ReadName => reads.includes(name as ReadName);

const sameTopic = (one: Topic, other: Topic) =>
  one.of === other.of && (one.of !== "case" || other.of !== "case" || one.case === other.case);

/** Whether a read, kept under this key with this answer, shows one of the changed topics. */
export function isStale(key: readonly unknown[], answer: unknown, changed: readonly Topic[]): boolean {
  const [name, request] = key;
  if (!isRead(name)) return false;
  // The key was made by `readKey`, so name, request and answer belong together.
  const topics = (shows[name] as (request: unknown, answer: unknown) => Topic[])(request, answer);
  return topics.some((topic) => changed.some((other) => sameTopic(topic, other)));
}

/** The name under which a read is kept. */
export const readKey = <N extends ReadName>(name: N, request: RequestOf<N>) => [name, request] as const;
