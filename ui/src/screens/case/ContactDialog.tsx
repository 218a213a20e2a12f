/** How somebody wants to be reached (CONTACT-1, REQ-5). */
import { useState } from "react";
import type { CaseView } from "../../backend/generated/CaseView";
import type { ChannelCode } from "../../backend/generated/ChannelCode";
import type { PartyView } from "../../backend/generated/PartyView";
import type { PrintSizeCode } from "../../backend/generated/PrintSizeCode";
import { Choice, Pick } from "../../widgets/Choice";
import { Field, LongField } from "../../widgets/Field";
import { FormDialog } from "../../widgets/FormDialog";
import { words } from "../../words/en-GB";
import { waysOut } from "../waysOut";
import { useCaseAct } from "./useCaseAct";

type Reply = ChannelCode | "asCame";
const prints: readonly PrintSizeCode[] = ["standard", "large"];

type ContactDialogProps = { view: CaseView; party: PartyView; onClose: () => void };

export function ContactDialog({ view, party, onClose }: ContactDialogProps) {
  const { replyBy, print, needs, safeContact, language } = party.contact;
  const [form, setForm] = useState({ replyBy, print, needs, safeContact, language });
  const note = useCaseAct("contact_note", view, onClose);
  const { people } = words;
  const ways: { value: Reply; name: string }[] = [{ value: "asCame", name: people.replyAsCame }, ...waysOut()];
  const text = (key: "needs" | "safeContact" | "language") => ({
    id: key,
    value: form[key],
    onChange: (value: string) => setForm({ ...form, [key]: value }),
    isOptional: true,
  });
  return (
    <FormDialog
      title={people.contactOf(party.name)}
      intro={people.contactIntro}
      isOpen
      onClose={onClose}
      problem={note.problem}
      submit={people.contactSubmit}
      busy={note.isBusy && words.common.busy}
      onSubmit={() => note.run({ ...form, party: party.party })}
    >
      <Pick<Reply>
        id="replyBy"
        label={people.replyBy}
        rule="SEND-1"
        value={form.replyBy ?? "asCame"}
        onChange={(way) => setForm({ ...form, replyBy: way === "asCame" ? null : way })}
        options={ways}
      />
      <Choice
        id="print"
        label={people.print}
        value={form.print}
        onChange={(print) => setForm({ ...form, print })}
        options={prints.map((code) => ({ value: code, name: words.printSizes[code] }))}
      />
      <LongField {...text("needs")} label={people.needs} help={people.needsHelp} rule="REQ-5" rows={2} />
      <LongField {...text("safeContact")} label={people.safeContact} help={people.safeHelp} rule="CONTACT-1" rows={2} />
      <Field {...text("language")} label={people.language} />
    </FormDialog>
  );
}
