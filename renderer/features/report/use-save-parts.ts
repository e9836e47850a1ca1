import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReportPart } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";

interface PartEdit {
  readonly part: ReportPart;
  readonly text: string | null;
}

/** Writes parts in one call, all or none, and shows the report as it is then. */
export function useSaveParts(form: Rhythm, period: string, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edits: readonly PartEdit[]) =>
      api.report.save.call({
        form,
        period,
        parts: edits.map(({ part, text }) => ({ part: part.part, text, expectedRevision: part.revision })),
      }),
    onSuccess(sheet) {
      queries.setQueryData(api.report.open.queryKey({ input: { form, period } }), sheet);
      onSaved();
    },
  });
}
