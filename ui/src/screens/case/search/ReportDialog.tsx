/** What came of a search in one place (REF-7: a place that is not searched needs a reason). */
import { useRef, useState } from "react";
import { newCommandId, useAct } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { SearchResultCode } from "../../../backend/generated/SearchResultCode";
import type { SearchView } from "../../../backend/generated/SearchView";
import { useAnnounce } from "../../../widgets/Announcements";
import { Choice } from "../../../widgets/Choice";
import { DateField } from "../../../widgets/DateField";
import { Field, LongField } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";
import { NumberField } from "../../settings/NumberField";
import { resultOptions } from "./results";

type ReportDialogProps = { view: CaseView; search: SearchView; today: string; onClose: () => void };

const {
  search: { result: said },
  common,
} = words;

export function ReportDialog({ view, search, today, onClose }: ReportDialogProps) {
  const [result, setResult] = useState<SearchResultCode>(search.result ?? "found");
  const [pages, setPages] = useState<number | null>(search.pages === 0 ? null : search.pages);
  const [by, setBy] = useState(search.by === "" ? search.who : search.by);
  const [note, setNote] = useState(search.note);
  const [proof, setProof] = useState(search.proof);
  const [on, setOn] = useState<string | null>(today);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const report = useAct("search_report", {
    onDone: () => {
      announce(said.done(search.place));
      onClose();
    },
  });
  const isNotSearched = result === "not_searched";
  return (
    <FormDialog
      title={said.title(search.place)}
      isOpen
      onClose={onClose}
      submit={said.submit}
      busy={report.isBusy && common.busy}
      problem={report.problem}
      onSubmit={() => {
        if (on === null) return;
        report.run({
          commandId: commandId.current,
          case: view.case,
          version: view.version,
          search: search.search,
          on,
          result,
          pages: result === "found" ? (pages ?? 0) : 0,
          by,
          note,
          proof,
        });
      }}
    >
      <Choice id="result" label={said.what} options={resultOptions} value={result} onChange={setResult} />
      {result === "found" && (
        <NumberField
          id="pages"
          label={said.pages}
          value={pages}
          onChange={setPages}
          unit={said.pagesUnit}
          notANumber={said.notPages}
        />
      )}
      <Field id="by" label={said.by} value={by} onChange={setBy} isOptional />
      <LongField
        id="note"
        label={isNotSearched ? said.reason : said.note}
        help={isNotSearched ? said.reasonHelp : said.noteHelp}
        rule={isNotSearched ? "REF-7" : undefined}
        value={note}
        onChange={setNote}
        isRequired={isNotSearched}
        isOptional={!isNotSearched}
        rows={2}
      />
      <Field id="proof" label={said.proof} help={said.proofHelp} value={proof} onChange={setProof} isOptional />
      <DateField id="on" label={said.on} value={on} onChange={setOn} isRequired />
    </FormDialog>
  );
}
