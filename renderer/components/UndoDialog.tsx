import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { useWidgetWords } from "./widget-words.ts";

interface UndoDialogProps {
  readonly title: string;
  /** Exactly what goes back. */
  readonly children: ReactNode;
  /** What went wrong at the last try. */
  readonly error: ReactNode;
  readonly undoLabel: string;
  readonly isPending: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Says what goes back before it does. */
export function UndoDialog(props: UndoDialogProps) {
  const words = useWidgetWords();
  return (
    <Dialog title={props.title} onClose={props.onClose} role="alertdialog">
      {props.children}
      {props.error}
      <div className="form-actions">
        <Button variant="danger" isPending={props.isPending} onPress={props.onUndo}>
          {props.undoLabel}
        </Button>
        <Button onPress={props.onClose}>{words.cancel}</Button>
      </div>
    </Dialog>
  );
}
