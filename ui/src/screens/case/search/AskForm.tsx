/** Asking places to search: what the systems register proposes, by when and with which terms, all in one go. */
import { Plus } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { actions } from "../../../app/actions";
import { useOffer } from "../../../app/shortcuts";
import { newCommandId, useAct, useRead } from "../../../backend/call";
import type { CaseView } from "../../../backend/generated/CaseView";
import type { PlaceAsked } from "../../../backend/generated/PlaceAsked";
import type { PlaceProposed } from "../../../backend/generated/PlaceProposed";
import type { SearchProposal } from "../../../backend/generated/SearchProposal";
import { useAnnounce } from "../../../widgets/Announcements";
import { Button } from "../../../widgets/Button";
import { Checklist } from "../../../widgets/Checklist";
import { DateField } from "../../../widgets/DateField";
import { Field, LongField } from "../../../widgets/Field";
import { Form, FormPart } from "../../../widgets/Form";
import { FormDialog } from "../../../widgets/FormDialog";
import { focusField, ProblemNotice } from "../../../widgets/Problems";
import { words } from "../../../words/en-GB";

const {
  search: { ask: said },
  common,
} = words;

type Shared = { view: CaseView; today: string };

/** Stands in the tab before anything was asked. */
export function AskPanel({ view, today }: Shared) {
  const { answer, problem } = useRead("search_propose", { case: view.case });
  return (
    <section className="stack" aria-labelledby="ask-title">
      <div className="stack stack--tight">
        <h2 id="ask-title">{said.title}</h2>
        <p className="quiet">{said.intro}</p>
      </div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {answer !== undefined && <InlineForm view={view} today={today} proposal={answer} />}
    </section>
  );
}

type FormProps = Shared & { proposal: SearchProposal };

function InlineForm(props: FormProps) {
  const ask = useAsking({ ...props, onDone: () => undefined });
  // One key for what is almost always right as proposed.
  useOffer({ askPlaces: ask.send });
  return (
    <Form name={said.title} problem={ask.problem} onSubmit={ask.send}>
      {ask.fields}
      <div>
        <Button kind="main" isSubmit keys={actions.askPlaces.keys} busy={ask.isBusy && common.busy}>
          {said.submit}
        </Button>
      </div>
    </Form>
  );
}

type AskDialogProps = Shared & { onClose: () => void };

/** Stands over the tab once places were asked. */
export function AskDialog({ onClose, ...shared }: AskDialogProps) {
  const { answer } = useRead("search_propose", { case: shared.view.case });
  return answer === undefined ? null : <DialogForm {...shared} proposal={answer} onClose={onClose} />;
}

function DialogForm({ onClose, ...props }: FormProps & { onClose: () => void }) {
  const ask = useAsking({ ...props, onDone: onClose });
  return (
    <FormDialog
      title={said.title}
      isOpen
      size="wide"
      onClose={onClose}
      intro={said.intro}
      submit={said.submit}
      busy={ask.isBusy && common.busy}
      problem={ask.problem}
      onSubmit={ask.send}
    >
      {ask.fields}
    </FormDialog>
  );
}

type Own = { id: string; place: string; who: string };

/** What is in the form. What has not been touched stays as proposed. */
type Asking = {
  out: readonly string[];
  own: readonly Own[];
  due: string | null | undefined;
  terms: string | undefined;
  period: string;
  on: string | null;
};

function useAsking({ view, today, proposal, onDone }: FormProps & { onDone: () => void }) {
  const untouched: Asking = { out: [], own: [], due: undefined, terms: undefined, period: "", on: today };
  const [form, setForm] = useState(untouched);
  const [wantsPlace, setWantsPlace] = useState(false);
  const commandId = useRef(newCommandId());
  const announce = useAnnounce();
  const asked = useRef(0);
  const ask = useAct("searches_ask", {
    onDone: () => {
      announce(said.done(asked.current));
      onDone();
    },
  });
  const change = (part: Partial<Asking>) => setForm({ ...form, ...part });

  const offered = proposal.places.filter(({ isAsked }) => !isAsked);
  const chosen = offered.filter(({ system }) => !form.out.includes(system));
  const { due = proposal.due, terms = proposal.terms, period, on } = form;

  const send = () => {
    const own = form.own.filter(({ place, who }) => `${place}${who}`.trim() !== "");
    const places: PlaceAsked[] = [
      ...chosen.map(({ system, place, who }) => ({ system, place, who })),
      ...own.map(({ place, who }) => ({ system: null, place, who })),
    ];
    setWantsPlace(places.length === 0);
    if (places.length === 0) return focusField("places");
    if (due === null) return focusField("due");
    if (on === null) return focusField("on");
    asked.current = places.length;
    ask.run({ commandId: commandId.current, case: view.case, version: view.version, on, due, places, terms, period });
  };

  const fields = (
    <>
      <Places
        offered={offered}
        chosen={chosen}
        onChange={(out) => change({ out })}
        error={wantsPlace ? said.nothing : undefined}
      />
      <OwnPlaces own={form.own} onChange={(own) => change({ own })} />
      <div className="columns columns--top">
        <DateField
          id="due"
          label={said.due}
          help={proposal.dueWords}
          rule="SEARCH-1"
          value={due}
          onChange={(changed) => change({ due: changed })}
          isRequired
        />
        <DateField id="on" label={said.on} value={on} onChange={(changed) => change({ on: changed })} isRequired />
      </div>
      <LongField
        id="terms"
        label={said.terms}
        help={said.termsHelp}
        value={terms}
        onChange={(changed) => change({ terms: changed })}
        rows={4}
      />
      <Field
        id="period"
        label={said.period}
        help={said.periodHelp}
        value={period}
        onChange={(changed) => change({ period: changed })}
        isOptional
      />
    </>
  );
  return { send, fields: fields as ReactNode, isBusy: ask.isBusy, problem: ask.problem };
}

type PlacesProps = {
  offered: readonly PlaceProposed[];
  chosen: readonly PlaceProposed[];
  onChange: (out: string[]) => void;
  error: string | undefined;
};

function Places({ offered, chosen, onChange, error }: PlacesProps) {
  if (offered.length === 0) {
    return (
      <p id="places" className={error === undefined ? "quiet" : "field__error"}>
        {error ?? said.noPlaces}
      </p>
    );
  }
  return (
    <Checklist
      id="places"
      label={said.places}
      help={said.placesHelp}
      rule="TRUE-1"
      error={error}
      lines={offered.map((place) => ({
        id: place.system,
        text: place.place,
        aside: [place.holds, place.who === "" ? "" : said.askWho(place.who)].filter((part) => part !== "").join(" · "),
        isIn: chosen.includes(place),
      }))}
      onChange={(lines) => onChange(lines.filter(({ isIn }) => !isIn).map(({ id }) => id))}
    />
  );
}

/** Places that are in no register: a cupboard, a colleague's notebook. */
function OwnPlaces({ own, onChange }: { own: readonly Own[]; onChange: (own: Own[]) => void }) {
  const change = (id: string, part: Partial<Own>) =>
    onChange(own.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = (
    <div>
      <Button kind="plain" icon={Plus} onPress={() => onChange([...own, { id: newCommandId(), place: "", who: "" }])}>
        {said.add}
      </Button>
    </div>
  );
  if (own.length === 0) return add;
  return (
    <FormPart title={said.own}>
      {own.map(({ id, place, who }, index) => (
        <div key={id} className="search__own">
          <Field
            id={`own-${id}`}
            label={said.place(index + 1)}
            value={place}
            onChange={(changed) => change(id, { place: changed })}
            autoFocus
          />
          <Field
            id={`own-who-${id}`}
            label={said.who(index + 1)}
            value={who}
            onChange={(changed) => change(id, { who: changed })}
            isOptional
          />
          <Button
            kind="plain"
            name={said.remove(index + 1)}
            onPress={() => onChange(own.filter((one) => one.id !== id))}
          >
            {common.remove}
          </Button>
        </div>
      ))}
      {add}
    </FormPart>
  );
}
