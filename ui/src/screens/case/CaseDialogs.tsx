/** The dialogs of a case. One is open at a time. */
import type { CaseView } from "../../backend/generated/CaseView";
import type { HappeningCode } from "../../backend/generated/HappeningCode";
import { SentDialog } from "../letter/SentDialog";
import { CloseDialog } from "./CloseDialog";
import { ExportDialog } from "./ExportDialog";
import { PartyDialog } from "./PartyDialog";
import { RecordDialog } from "./RecordDialog";
import { ReopenDialog } from "./ReopenDialog";

export type Dialogs =
  | { show: "record"; what?: HappeningCode }
  | { show: "party"; party: string }
  | { show: "close" }
  | { show: "reopen" }
  | { show: "export" }
  | { show: "sent"; letter: string };

type CaseDialogsProps = { view: CaseView; today: string; dialog: Dialogs | null; onClose: () => void };

export function CaseDialogs({ view, today, dialog, onClose }: CaseDialogsProps) {
  switch (dialog?.show) {
    case "record":
      return <RecordDialog view={view} today={today} what={dialog.what} onClose={onClose} />;
    case "party": {
      const party = view.parties.find((one) => one.party === dialog.party);
      return party === undefined ? null : <PartyDialog view={view} party={party} onClose={onClose} />;
    }
    case "close":
      return <CloseDialog view={view} onClose={onClose} />;
    case "reopen":
      return <ReopenDialog view={view} onClose={onClose} />;
    case "export":
      return <ExportDialog view={view} onClose={onClose} />;
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
