/** One register: its entries, what wants to be checked, and below them what holds no longer. */
import { BookOpen, Check, Plus } from "lucide-react";
import { useState } from "react";
import { actions } from "../../app/actions";
import { useOffer } from "../../app/shortcuts";
import { newCommandId, useAct, useRead } from "../../backend/call";
import type { RegisterCode } from "../../backend/generated/RegisterCode";
import type { RegisterEntry } from "../../backend/generated/RegisterEntry";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Empty } from "../../widgets/Empty";
import { Loading } from "../../widgets/Loading";
import { Notice } from "../../widgets/Notice";
import { ProblemNotice } from "../../widgets/Problems";
import { Rows, type RowsColumn } from "../../widgets/Rows";
import { words } from "../../words/en-GB";
import { type Edited, EntryDialog } from "./EntryDialog";
import { emptyForm } from "./entryForm";
import { RetireDialog } from "./RetireDialog";

const { registers } = words;

/** What an entry says beside its name, as one line. */
function about({ form }: RegisterEntry): string {
  return [
    form.detail,
    form.period === "" ? "" : form.period,
    form.country === "" ? "" : registers.from(form.country),
    form.owner === "" ? "" : registers.asks(form.owner),
    form.backupDays === null ? "" : registers.backup(form.backupDays),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

export function RegisterPane({ register, today }: { register: RegisterCode; today: string }) {
  const { answer, problem } = useRead("registers_read", { register });
  const [edited, setEdited] = useState<Edited | null>(null);
  const [retiring, setRetiring] = useState<RegisterEntry | null>(null);
  const announce = useAnnounce();
  const confirm = useAct("register_confirm");
  const add = () => setEdited({ entry: newCommandId(), revision: 0, form: emptyForm, isCasebook: false });
  useOffer({ addEntry: edited === null && retiring === null ? add : undefined });

  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (answer === undefined) return <Loading />;
  const live = answer.entries.filter((entry) => !entry.retired);
  const gone = answer.entries.filter((entry) => entry.retired);
  const unchecked = live.filter((entry) => entry.wantsCheck).length;

  const name: RowsColumn<RegisterEntry> = {
    key: "name",
    title: registers.form.names[register],
    // Only of a purpose more is told by its name than beside it.
    width: register === "purposes" ? "38%" : "23%",
    cell: ({ form }) => form.name + (form.processor ? ` (${registers.processor})` : ""),
  };
  const says: RowsColumn<RegisterEntry> = {
    key: "about",
    title: registers.columns.about,
    cell: (entry) => (
      <div className="registers__about">
        <span>{about(entry)}</span>
        {entry.validity !== null && <span className="quiet">{entry.validity}</span>}
        {entry.missing !== null && !entry.retired && <span className="registers__missing">{entry.missing}</span>}
      </div>
    ),
  };
  const whom: RowsColumn<RegisterEntry> = {
    key: "kinds",
    title: registers.columns.kinds,
    width: "16%",
    isQuiet: true,
    cell: ({ form }) =>
      form.kinds.length === 0 ? registers.everybody : form.kinds.map((kind) => registers.kinds[kind]).join(", "),
  };
  const checked: RowsColumn<RegisterEntry> = {
    key: "checked",
    title: registers.columns.checked,
    width: "132px",
    isQuiet: true,
    cell: (entry) => entry.checked,
  };
  const act: RowsColumn<RegisterEntry> = {
    key: "act",
    title: registers.columns.act,
    isTitleHidden: true,
    align: "end",
    width: "118px",
    cell: (entry) =>
      entry.wantsCheck && (
        <span className="registers__act">
          <Button
            kind="plain"
            icon={Check}
            name={registers.stillSoOf(entry.form.name)}
            onPress={() => {
              confirm.run({ register, entry: entry.entry, revision: entry.revision });
              announce(registers.confirmed(entry.form.name));
            }}
          >
            {registers.stillSo}
          </Button>
        </span>
      ),
  };
  const open = (entry: RegisterEntry) =>
    setEdited({ entry: entry.entry, revision: entry.revision, form: entry.form, isCasebook: entry.isCasebook });

  return (
    <div className="stack">
      <div className="registers__head">
        <p className="quiet">{registers.about[register]}</p>
        <Button kind="main" icon={Plus} keys={actions.addEntry.keys} onPress={add}>
          {registers.addTo[register]}
        </Button>
      </div>
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} />}
      {unchecked > 0 && <Notice>{registers.toCheck(unchecked)}</Notice>}
      {live.length === 0 ? (
        <Empty icon={BookOpen} {...registers.empty} />
      ) : (
        <Rows
          name={registers.names[register]}
          columns={[name, says, whom, checked, act]}
          rows={live}
          keyOf={(entry) => entry.entry}
          onOpen={open}
        />
      )}
      {gone.length > 0 && (
        <section className="stack stack--tight" aria-label={registers.retired}>
          <h2 className="part-title">{registers.retired}</h2>
          <Rows
            name={registers.retired}
            columns={[name, says, whom]}
            rows={gone}
            keyOf={(entry) => entry.entry}
            onOpen={open}
          />
        </section>
      )}
      {edited !== null && (
        <EntryDialog
          key={edited.entry}
          register={register}
          edited={edited}
          onClose={() => setEdited(null)}
          onRetire={() => {
            setRetiring(live.find((entry) => entry.entry === edited.entry) ?? null);
            setEdited(null);
          }}
        />
      )}
      {retiring !== null && (
        <RetireDialog register={register} entry={retiring} today={today} onClose={() => setRetiring(null)} />
      )}
    </div>
  );
}
