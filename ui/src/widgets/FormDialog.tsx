/** A form in a dialog: title, a sentence, fields, its two buttons. Ctrl+Enter sends it, Escape leaves it. */
import type { ReactNode } from "react";
import type { Problem } from "../backend/backend";
import { Dialog, DialogFeet } from "./Dialog";
import { Form } from "./Form";

type FormDialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onSubmit: () => void;
  submit: string;
  problem?: Problem | undefined;
  /** Shown on the button while the answer is on its way. */
  busy?: string | false;
  intro?: ReactNode;
  kind?: "main" | "danger";
  size?: "narrow" | "wide";
  isAlert?: boolean;
  children?: ReactNode;
};

export function FormDialog(props: FormDialogProps) {
  const { title, isOpen, onClose, onSubmit, submit, problem, busy = false, intro, kind = "main" } = props;
  const { size = "narrow", isAlert = false, children } = props;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size={size} isAlert={isAlert}>
      {intro !== undefined && <p className="quiet">{intro}</p>}
      <Form name={title} problem={problem} onSubmit={onSubmit}>
        {children}
        <DialogFeet submit={submit} onCancel={onClose} busy={busy} kind={kind} />
      </Form>
    </Dialog>
  );
}
