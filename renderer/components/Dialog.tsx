import { type ReactNode, useEffect, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon } from "./icons.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Without it the dialog is open for as long as it is rendered. */
  readonly isOpen?: boolean;
  readonly size?: "normal" | "wide";
  /** `alertdialog` when something will be lost. */
  readonly role?: "dialog" | "alertdialog";
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Gives the focus back where it was, in the same breath as the dialog goes. React Aria does so a frame later, and a key
 * pressed in that frame fell on nothing; and to a dialog under this one it never does.
 */
function FocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Who closed the dialog may have led the focus somewhere else already.
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  return null;
}

/** Modal: only where the page behind must not be touched meanwhile. Else use a SidePanel. Esc closes. */
export function Dialog({
  title,
  onClose,
  isOpen = true,
  size = "normal",
  role,
  actions,
  children,
}: DialogProps) {
  const words = useWidgetWords();
  return (
    <ModalOverlay
      className="so-dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(willBeOpen) => {
        if (!willBeOpen) onClose();
      }}
    >
      <Modal className="so-dialog-modal" data-size={size}>
        <AriaDialog className="so-dialog" role={role ?? "dialog"}>
          <FocusBack />
          <div className="so-dialog-head">
            <Heading slot="title" level={2} className="so-dialog-title">
              {title}
            </Heading>
            <IconButton label={words.close} onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          {children}
          {actions !== undefined && <div className="so-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
