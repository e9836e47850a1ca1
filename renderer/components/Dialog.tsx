import type { ReactNode } from "react";
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
