/** The dialogs of a case. One is open at a time. */
import type { CaseView } from "../../backend/generated/CaseView";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import type { HistoryEntry } from "../../backend/generated/HistoryEntry";
import { SentDialog } from "../letter/SentDialog";
import { CloseDialog } from "./CloseDialog";
import { ContactDialog } from "./ContactDialog";
import { CorrectDialog } from "./CorrectDialog";
import { ExportDialog } from "./ExportDialog";
import { KindsDialog } from "./KindsDialog";
import { LinkDialog } from "./LinkDialog";
import { PartyAddDialog } from "./PartyAddDialog";
import { PartyDialog } from "./PartyDialog";
import { RecordDialog } from "./RecordDialog";
import { ReopenDialog } from "./ReopenDialog";
import { TaskEndDialog, TaskSetDialog } from "./TaskDialogs";

export type Dialogs =
  | { show: "record"; what?: HappeningCode }
  | { show: "party"; party: string }
  | { show: "contact"; party: string }
  | { show: "addParty" }
  | { show: "setTask" }
  | { show: "endTask"; task: string; isDone: boolean }
  | { show: "link" }
  | { show: "kinds" }
  | { show: "correct"; entry: HistoryEntry }
  | { show: "close" }
  | { show: "reopen" }
  | { show: "export" }
  | { show: "sent"; letter: string };

type CaseDialogsProps = { view: CaseView; today: string; dialog: Dialogs | null; onClose: () => void };

export function CaseDialogs({ view, today, dialog, onClose }: CaseDialogsProps) {
  const all = { view, onClose };
  switch (dialog?.show) {
    case "record":
      return <RecordDialog {...all} today={today} what={dialog.what} />;
    case "party":
    case "contact": {
      const party = view.parties.find((one) => one.party === dialog.party);
      if (party === undefined) return null;
      return dialog.show === "party" ? (
        <PartyDialog {...all} party={party} />
      ) : (
        <ContactDialog {...all} party={party} />
      );
    }
    case "addParty":
      return <PartyAddDialog {...all} />;
    case "setTask":
      return <TaskSetDialog {...all} />;
    case "endTask": {
      const task = view.tasks.find((one) => one.task === dialog.task);
      return task === undefined ? null : <TaskEndDialog {...all} task={task} isDone={dialog.isDone} today={today} />;
    }
    case "kinds":
      return <KindsDialog view={view} onClose={onClose} />;
    case "link":
      return <LinkDialog {...all} />;
    case "correct":
      return <CorrectDialog {...all} entry={dialog.entry} />;
    case "close":
      return <CloseDialog {...all} />;
    case "reopen":
      return <ReopenDialog {...all} />;
    case "export":
      return <ExportDialog {...all} />;
    case "sent":
      return (
        <SentDialog
          letter={dialog.letter}
          caseVersion={view.version}
          electronic={view.cameElectronically}
          today={today}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
