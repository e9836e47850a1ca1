import { Button } from "../components/Button.tsx";
import { Dialog } from "../components/Dialog.tsx";
import { useText } from "../text/use-text.ts";
import type { PastePlan } from "./paste-plan.ts";

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly onDecide: (goesOn: boolean) => void;
}

/** Before many cells are written at once: how many change, how many are refused and why. */
export function PasteDialog({ plan, onDecide }: PasteDialogProps) {
  const t = useText();
  const cleared = plan.writes.filter(({ entry }) => entry === null).length;
  const reasons = Map.groupBy(plan.refused, ({ reason }) => reason);
  return (
    <Dialog
      title={t("entry.paste.title", { number: plan.writes.length })}
      onClose={() => onDecide(false)}
      actions={
        <>
          <Button onPress={() => onDecide(false)}>{t("entry.paste.cancel")}</Button>
          <Button variant="primary" autoFocus onPress={() => onDecide(true)}>
            {t("entry.paste.go")}
          </Button>
        </>
      }
    >
      <ul className="entry-paste-facts">
        <li>{t("entry.paste.changes", { number: plan.writes.length })}</li>
        {cleared > 0 && (
          <li>
            <strong>{t("entry.paste.cleared", { number: cleared })}</strong>
          </li>
        )}
        {plan.same > 0 && <li>{t("entry.paste.same", { number: plan.same })}</li>}
        {[...reasons].map(([reason, cells]) => (
          <li key={reason}>
            {t("entry.paste.refused", {
              number: cells.length,
              reason: t(`entry.reason.${reason}`),
            })}
          </li>
        ))}
        {plan.outside > 0 && <li>{t("entry.pasteOutside", { number: plan.outside })}</li>}
      </ul>
      <p className="quiet">{t("entry.paste.undoHint")}</p>
    </Dialog>
  );
}
