/** Texts of Today. */
import type { TodayKey } from "../../backend/generated/TodayKey";
import { counted } from "./counted";

const sections: Record<TodayKey, string> = {
  overdue: "Overdue",
  dueSoon: "Due this week",
  returned: "Came back",
  waiting: "Waiting for somebody",
  toPrint: "To print",
  toPost: "To post",
  tasks: "Tasks",
};

export const today = {
  toHolidays: "Look at the holidays",
  title: "Today",
  sections,
  more: (count: number) => `${count.toLocaleString("en-GB")} more`,
  moreOf: (count: number, section: string) => `${counted(count, "more", "more")}: ${section}`,
  nothingTitle: "Nothing presses today",
  nothingText: (open: number) =>
    open === 0
      ? "No case is open."
      : `${counted(open, "case is", "cases are")} open. None is overdue or due within seven days, nobody owes a reply, and nothing waits to be printed or posted.`,
  emptyTitle: "Your desk is empty",
  emptyText:
    "Once a case is open, this page says each morning what is overdue, what is due this week, who owes you a reply and what has to go to the post.",
  aside: "How things stand",
  due: "Open requests by last day",
  week: "Week",
  requests: "Requests",
  answered: "Answered in time, 12 months",
  month: "Month",
  inTime: "In time",
  postedLate: "Posted late",
  late: "Late",
  share: (inTime: number, all: number) => `${Math.floor((inTime / all) * 100)}%`,
  noShare: "None yet",
  backup: "Backup",
  toBackup: "Set up backups",
};
