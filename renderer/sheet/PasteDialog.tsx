import { useState } from "react";
import { twoReadings } from "../../shared/domain/number-input.ts";
import { Button } from "../components/Button.tsx";
import { Dialog } from "../components/Dialog.tsx";
import { RadioGroup } from "../components/RadioGroup.tsx";
import { useText } from "../text/use-text.ts";
import { type CommaReading, type PastePlan, thousandsAsked } from "./paste-plan.ts";
import { refusalText } from "./refusal-text.ts";

interface PasteDialogProps {
  readonly plan: PastePlan;
  /** What it would do if the commas part thousands; null where that is no question. */
  readonly byThousands: PastePlan | null;
  /** @param decided what to do; null when it is called off */
  readonly onDecide: (decided: PastePlan | null) => void;
}

/**
 * Before many cells are written at once: how many change, how many are refused and why; and what the comma of "1,250" is,
 * once for the whole block. Unless somebody says so it parts no thousands: what could mean two things is refused.
 */
export function PasteDialog({ plan: asWritten, byThousands, onDecide }: PasteDialogProps) {
  const t = useText();
  const [comma, setComma] = useState<CommaReading>("unknown");
  const plan = comma === "thousands" && byThousands !== null ? byThousands : asWritten;
  const example = byThousands === null ? undefined : thousandsAsked(asWritten);
  const cleared = plan.writes.filter(({ entry }) => entry === null).length;
  const reasons = Map.groupBy(plan.refused, ({ reason }) => reason);
  return (
    <Dialog
      title={
        example === undefined
          ? t("entry.paste.title", { number: plan.writes.length })
          : t("entry.paste.commas.title", { text: example })
      }
      onClose={() => onDecide(null)}
      actions={
        <>
          <Button onPress={() => onDecide(null)}>{t("entry.paste.cancel")}</Button>
          <Button variant="primary" autoFocus onPress={() => onDecide(plan)}>
            {t("entry.paste.go")}
          </Button>
        </>
      }
    >
      {example !== undefined && <CommaChoice example={example} value={comma} onChange={setComma} />}
      <ul className="entry-paste-facts">
        <li>{t("entry.paste.changes", { number: plan.writes.length })}</li>
        {cleared > 0 && (
          <li>
            <strong>{t("entry.paste.cleared", { number: cleared })}</strong>
          </li>
        )}
        {plan.same > 0 && <li>{t("entry.paste.same", { number: plan.same })}</li>}
        {[...reasons].map(([reason, cells]) => {
          const text = cells[0]?.text ?? "";
          return (
            <li key={reason}>
              {t("entry.paste.refused", {
                number: cells.length,
                text,
                reason: refusalText(reason, text, t),
              })}
            </li>
          );
        })}
        {plan.outside.cells > 0 && <li>{t("entry.pasteOutside", { number: plan.outside.cells })}</li>}
      </ul>
      <p className="quiet">{t("entry.paste.undoHint")}</p>
    </Dialog>
  );
}

interface CommaChoiceProps {
  readonly example: string;
  readonly value: CommaReading;
  readonly onChange: (value: CommaReading) => void;
}

function CommaChoice({ example, value, onChange }: CommaChoiceProps) {
  const t = useText();
  const text = /^[\d,]+/.exec(example.trim())?.[0] ?? example;
  const readings = twoReadings(text) ?? { whole: "", left: "", right: "" };
  return (
    <RadioGroup<CommaReading>
      label={t("entry.paste.commas.lead", { text })}
      value={value}
      onChange={onChange}
      options={[
        {
          id: "unknown",
          label: t("entry.paste.commas.refuse"),
          description: t("entry.paste.commas.refuseHint", readings),
        },
        {
          id: "thousands",
          label: t("entry.paste.commas.thousands", { text, whole: readings.whole }),
          description: t("entry.paste.commas.thousandsHint"),
        },
      ]}
    />
  );
}
