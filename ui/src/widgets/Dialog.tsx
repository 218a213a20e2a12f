/** A dialog over the page. Escape closes it; focus returns to where it came from. */
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { words } from "../words/en-GB";
import { Button } from "./Button";
import "./dialog.css";

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** For a question that cannot be taken back: said at once by screen readers, not closed by a click beside it. */
  isAlert?: boolean;
  size?: "narrow" | "wide";
};

export function Dialog({ title, isOpen, onClose, children, isAlert = false, size = "narrow" }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={false}
    >
      <Modal className={`dialog dialog--${size}`} data-modal="">
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"} className="dialog__inside">
          <Heading slot="title" level={2} className="dialog__title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type FeetProps = {
  submit: string;
  onCancel: () => void;
  onSubmit?: () => void;
  busy?: string | false;
  kind?: "main" | "danger";
};

/** The two buttons at the foot: what is asked for, and the way out. */
export function DialogFeet({ submit, onCancel, onSubmit, busy = false, kind = "main" }: FeetProps) {
  return (
    <div className="dialog__feet">
      <Button kind={kind} isSubmit={onSubmit === undefined} onPress={onSubmit} busy={busy}>
        {submit}
      </Button>
      <Button kind="plain" onPress={onCancel}>
        {words.common.cancel}
      </Button>
    </div>
  );
}
