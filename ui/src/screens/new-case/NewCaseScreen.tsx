/** New case: one page, by keyboard alone, in under a minute. What is typed is kept; the last day appears beside it. */
import { useMemo, useRef, useState } from "react";
import { go } from "../../app/places";
import { newCommandId, useAct, useBackend, useRead, useRemember } from "../../backend/call";
import { useKeep } from "../../backend/keep";
import { useSettled } from "../../backend/settled";
import { useAnnounce } from "../../widgets/Announcements";
import { Button } from "../../widgets/Button";
import { Dialog, DialogFeet } from "../../widgets/Dialog";
import { Form } from "../../widgets/Form";
import { ProblemNotice } from "../../widgets/Problems";
import { TopBar } from "../../widgets/TopBar";
import { words } from "../../words/en-GB";
import { IntakeClock } from "./IntakeClock";
import "./new-case.css";
import { RequestFields } from "./RequestFields";
import { emptyForm, isEmpty, type RequestForm, readForm, toRequest } from "./requestForm";

const formName = "new-case";

export function NewCaseScreen() {
  const draft = useRead("draft_read", { form: formName });
  if (draft.problem !== undefined) return <ProblemNotice problem={draft.problem} />;
  if (draft.answer === undefined) return null;
  return <NewCase kept={readForm(draft.answer.body)} />;
}

function NewCase({ kept }: { kept: RequestForm }) {
  const [form, setForm] = useState(kept);
  // Counts the clearings: a cleared form is a new form.
  const [cleared, setCleared] = useState(0);
  const [asksToClear, setAsksToClear] = useState(false);
  const backend = useBackend();
  const announce = useAnnounce();
  const { newCase } = words;

  const remember = useRemember();
  const keep = useKeep((body: string) => {
    // Whoever comes back finds what was typed last, not what was read first.
    remember("draft_read", { form: formName }, { body });
    return backend.call("draft_keep", { form: formName, body });
  }, 400);
  const change = (part: Partial<RequestForm>) => {
    const after = { ...form, ...part };
    setForm(after);
    keep.later(isEmpty(after) ? "" : JSON.stringify(after));
  };

  const receive = useAct("request_receive", {
    onDone: (opened) => {
      keep.later("");
      void keep.flush();
      announce(newCase.recorded(opened.reference));
      go({ at: "case", case: opened.case, tab: "overview" });
    },
  });

  // One id for one request: pressing again after a fault cannot record it twice.
  const commandId = useRef(newCommandId());
  const send = () => {
    // Without a day the form is not sent: the field says what is missing.
    if (form.receivedOn !== null) receive.run(toRequest(form, form.receivedOn, commandId.current));
  };

  const clear = () => {
    keep.later("");
    void keep.flush();
    setForm(emptyForm);
    receive.forget();
    setCleared(cleared + 1);
    setAsksToClear(false);
  };

  const settled = useSettled(
    useMemo(
      () => ({ receivedOn: form.receivedOn, text: form.text, rights: form.rights }),
      [form.receivedOn, form.text, form.rights],
    ),
    200,
  );
  const preview = useRead("intake_preview", settled);

  return (
    <div className="screen">
      <TopBar>
        <h1>{newCase.title}</h1>
        <span className="quiet small">{newCase.kept}</span>
      </TopBar>
      <div className="new-case" key={cleared}>
        <Form name={newCase.title} problem={receive.problem} onSubmit={send}>
          <RequestFields form={form} onChange={change} dateProblem={preview.answer?.problem ?? undefined} />
          <div className="row new-case__foot">
            <Button kind="main" isSubmit busy={receive.isBusy && newCase.recording} keys="Ctrl+Enter">
              {newCase.record}
            </Button>
            <Button kind="plain" onPress={() => setAsksToClear(true)} isDisabled={isEmpty(form)}>
              {newCase.discard}
            </Button>
          </div>
        </Form>
        <IntakeClock preview={preview.answer} />
      </div>
      <Dialog title={newCase.discardTitle} isOpen={asksToClear} onClose={() => setAsksToClear(false)} isAlert>
        <p>{newCase.discardText}</p>
        <DialogFeet
          submit={newCase.discardConfirm}
          kind="danger"
          onSubmit={clear}
          onCancel={() => setAsksToClear(false)}
        />
      </Dialog>
    </div>
  );
}
