import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { useWidgetWords } from "./widget-words.ts";

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before something typed is dropped. Esc stays. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const words = useWidgetWords();
  return (
    <Dialog
      title={words.leaveTitle}
      onClose={onStay}
      role="alertdialog"
      actions={
        <>
          <Button variant="primary" autoFocus onPress={onStay}>
            {words.stay}
          </Button>
          <Button variant="danger" onPress={onLeave}>
            {words.leave}
          </Button>
        </>
      }
    >
      <p>{words.leaveLead}</p>
    </Dialog>
  );
}
