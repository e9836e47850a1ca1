import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { type Mark, markKey } from "./marks.ts";

interface OpenCellsPanelProps {
  readonly report: ReportView;
  readonly marks: readonly Mark[];
  readonly onClose: () => void;
}

/** Cells of a returned report that the office itself wants to correct, and why. */
export function OpenCellsPanel({ report, marks, onClose }: OpenCellsPanelProps) {
  const t = useText();
  const words = useDataWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const { form, period } = report;
  const open = useMutation({
    mutationFn: () =>
      api.corrections.openCells.call({
        form,
        period,
        reason,
        cells: marks.map(({ unit, element, period: of }) => ({ unit, element, period: of })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.key() });
      await navigate({ to: "/bundles/$form/$period", params: { form, period } });
    },
  });
  return (
    <SidePanel title={t("bundles.returned.openTitle")} onClose={onClose}>
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (marks.length > 0 && reason.trim() !== "") open.mutate();
        }}
      >
        {marks.length === 0 ? (
          <p className="quiet">{t("bundles.returned.openNone")}</p>
        ) : (
          <ul>
            {marks.map((mark) => (
              <li key={markKey(mark)}>
                {mark.unitName} · {words.element(mark.element, mark.elementLabel)} ·{" "}
                {printPeriod(mark.period, t)}: {mark.figure || "—"}
              </li>
            ))}
          </ul>
        )}
        <TextField label={t("bundles.returned.reason")} value={reason} onChange={setReason} />
        <ErrorCallout error={open.error} />
        <div className="form-actions">
          <Button
            type="submit"
            variant="primary"
            isPending={open.isPending}
            isDisabled={marks.length === 0 || reason.trim() === ""}
          >
            {t("bundles.returned.open")}
          </Button>
          <Button onPress={onClose}>{t("bundles.cancel")}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
