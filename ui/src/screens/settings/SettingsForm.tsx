/** The settings of the casebook as one form: in first run all parts, in Settings one at a time. */
import { useState } from "react";
import { useAct, useRead } from "../../backend/call";
import type { SettingsView } from "../../backend/generated/SettingsView";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { filledLines } from "../../widgets/Field";
import { Form } from "../../widgets/Form";
import { ProblemNotice } from "../../widgets/Problems";
import { words } from "../../words/en-GB";
import { DeskPart } from "./DeskPart";
import { EnvelopePart } from "./EnvelopePart";
import { OrganisationPart } from "./OrganisationPart";
import { RegulatorPart } from "./RegulatorPart";

type CasebookPart = "organisation" | "regulator" | "envelope" | "desk";

type SettingsFormProps = { parts: readonly CasebookPart[]; submit: string };

export function SettingsForm(props: SettingsFormProps) {
  const { answer: settings, problem } = useRead("settings_read", {});
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (settings === undefined) return null;
  return <LoadedForm {...props} kept={settings} />;
}

function LoadedForm({ parts, submit, kept }: SettingsFormProps & { kept: SettingsView }) {
  const [form, setForm] = useState(kept);
  const announce = useAnnounce();
  const save = useAct("settings_save", {
    onDone: (saved) => {
      setForm(saved);
      announce(words.settings.saved);
    },
  });
  const { organisation, regulator, envelope, desk } = form;

  const shows = (part: CasebookPart) => parts.includes(part);

  const send = () =>
    save.run({
      // A part that is not on this form goes back as it was last read.
      organisation: shows("organisation")
        ? {
            ...organisation,
            registeredOffice: filledLines(organisation.registeredOffice),
            address: filledLines(organisation.address),
          }
        : kept.organisation,
      regulator: shows("regulator") ? { ...regulator, address: filledLines(regulator.address) } : kept.regulator,
      envelope: shows("envelope") ? envelope : kept.envelope,
      desk: shows("desk") ? desk : kept.desk,
      // The youngest revision read: a conflict read it again.
      revision: Math.max(form.revision, kept.revision),
    });

  return (
    <Form name={words.settings.title} problem={save.problem} onSubmit={send}>
      <div className="stack stack--parts">
        {shows("organisation") && (
          <OrganisationPart
            value={organisation}
            onChange={(change) => setForm({ ...form, organisation: { ...organisation, ...change } })}
          />
        )}
        {shows("regulator") && (
          <RegulatorPart
            value={regulator}
            onChange={(change) => setForm({ ...form, regulator: { ...regulator, ...change } })}
          />
        )}
        {shows("envelope") && (
          <EnvelopePart
            value={envelope}
            onChange={(change) => setForm({ ...form, envelope: { ...envelope, ...change } })}
          />
        )}
        {shows("desk") && (
          <DeskPart value={desk} onChange={(change) => setForm({ ...form, desk: { ...desk, ...change } })} />
        )}
      </div>
      <div className="row">
        <Button kind="main" isSubmit busy={save.isBusy && words.common.busy}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
