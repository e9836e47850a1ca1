import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReportPart } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { api } from "../../api/api.ts";

export interface PartEdit {
  readonly part: ReportPart;
  readonly text: string | null;
}

/** Writes parts one after the other and shows the report as it is then. */
export function useSaveParts(form: Rhythm, period: string, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (edits: readonly PartEdit[]) => {
      const key = api.report.open.queryKey({ input: { form, period } });
      for (const { part, text } of edits)
        queries.setQueryData(
          key,
          await api.report.save.call({
            form,
            period,
            part: part.part,
            text,
            expectedRevision: part.revision,
          }),
        );
    },
    onSuccess: onSaved,
  });
}
