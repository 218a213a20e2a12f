/** The same result for several places at once, recorded one after the other. */
import { useRef, useState } from "react";
import { newCommandId } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { SearchResultCode } from "../../../backend/generated/SearchResultCode";
import type { SearchView } from "../../../backend/generated/SearchView";
import { useActInTurn } from "../../../backend/inTurn";
import { useAnnounce } from "../../../widgets/Announcements";
import { Button } from "../../../widgets/Button";
import { Checklist } from "../../../widgets/Checklist";
import { Choice } from "../../../widgets/Choice";
import { DateField } from "../../../widgets/DateField";
import { LongField } from "../../../widgets/Field";
import { FormDialog } from "../../../widgets/FormDialog";
import { words } from "../../../words/en-GB";
import { resultOptions } from "./results";

type SameDialogProps = { view: CaseView; today: string; onClose: () => void };

const {
  search: { same: said, result: ofOne },
} = words;

/** What was found has pages of its own and is recorded one by one. */
const options = resultOptions.filter(({ value }) => value !== "found");

export function SameDialog({ view, today, onClose }: SameDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [recorded, setRecorded] = useState<readonly string[]>([]);
  const [result, setResult] = useState<SearchResultCode>("nothing");
  const [note, setNote] = useState("");
  const [on, setOn] = useState<string | null>(today);
  const [wantsPlace, setWantsPlace] = useState(false);
  // Each place keeps its id: what was recorded already is not recorded again on another try.
  const commandIds = useRef(new Map<string, string>());
  const announce = useAnnounce();
  const open = view.search.places.filter(({ search, result: has }) => has === null && !recorded.includes(search));
  const isNotSearched = result === "not_searched";

  const idOf = (search: string) => {
    const known = commandIds.current.get(search) ?? newCommandId();
    commandIds.current.set(search, known);
    return known;
  };
  const report = useActInTurn<SearchView & { on: string }>({
    act: (call, { search, who, on }, version) =>
      call("search_report", {
        commandId: idOf(search),
        case: view.case,
        version,
        search,
        on,
        result,
        pages: 0,
        by: who,
        note,
        proof: "",
      }),
    onEach: ({ search }) => setRecorded((before) => [...before, search]),
    onDone: (count) => {
      announce(said.done(count));
      onClose();
    },
  });
  const send = () => {
    const places = open.filter(({ search }) => chosen.includes(search));
    setWantsPlace(places.length === 0);
    if (on === null || places.length === 0) return;
    report.run(
      places.map((place) => ({ ...place, on })),
      view.version,
    );
  };

  return (
    <FormDialog
      title={said.title}
      isOpen
      size="wide"
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={report.isBusy && said.busy}
      problem={report.problem}
      onSubmit={send}
    >
      {recorded.length > 0 && !report.isBusy && <p>{said.soFar(recorded.length)}</p>}
      <Checklist
        id="places"
        label={said.places}
        lines={open.map(({ search, place, who }) => ({
          id: search,
          text: place,
          aside: who,
          isIn: chosen.includes(search),
        }))}
        onChange={(lines) => setChosen(lines.filter(({ isIn }) => isIn).map(({ id }) => id))}
        error={wantsPlace && chosen.length === 0 ? said.nothing : undefined}
      />
      <div>
        <Button kind="plain" onPress={() => setChosen(open.map(({ search }) => search))}>
          {said.all}
        </Button>
      </div>
      <Choice id="result" label={ofOne.what} options={options} value={result} onChange={setResult} />
      <LongField
        id="note"
        label={isNotSearched ? ofOne.reason : ofOne.note}
        help={isNotSearched ? ofOne.reasonHelp : ofOne.noteHelp}
        rule={isNotSearched ? "REF-7" : undefined}
        value={note}
        onChange={setNote}
        isRequired={isNotSearched}
        isOptional={!isNotSearched}
        rows={2}
      />
      <DateField id="on" label={ofOne.on} value={on} onChange={setOn} isRequired />
    </FormDialog>
  );
}
