import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CollectBatch } from "../../../shared/contract/collect.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { printInstant, printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { UndoCollection } from "./UndoCollection.tsx";

const SHOWN = 10;

/** Collections written before, each to be taken back whole. */
export function CollectHistory() {
  const t = useText();
  const history = useQuery(api.collect.history.queryOptions());
  const [undoing, setUndoing] = useState<CollectBatch | null>(null);
  if (!history.data) return null;
  return (
    <section className="collect-step">
      <h2>{t("collect.history.title")}</h2>
      {history.data.length === 0 && <p className="quiet">{t("collect.history.empty")}</p>}
      <ul className="collect-history">
        {history.data.slice(0, SHOWN).map((batch) => (
          <li key={batch.uid}>
            <span>
              {t("collect.history.line", {
                at: printInstant(batch.at),
                title: batch.title,
                applied: printNumber(batch.applied),
              })}
            </span>
            {batch.canUndo && (
              <Button variant="quiet" onPress={() => setUndoing(batch)}>
                {t("collect.undo.go")}
              </Button>
            )}
            {batch.undoneAt !== null && (
              <span className="quiet">
                {t("collect.history.undone", { at: printInstant(batch.undoneAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {undoing && <UndoCollection batch={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}
