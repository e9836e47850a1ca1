import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportSheet } from "../../../shared/contract/report.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { readDocumentNumber } from "../../../shared/domain/report/lines.ts";
import { api } from "../../api/api.ts";

const FIELDS = ["number", "issuedOn"] as const;
type Field = (typeof FIELDS)[number];

/** Empty is no fault: a report may be signed before it has a number. */
export function isNumberWrong(number: string): boolean {
  return number.trim() !== "" && readDocumentNumber(number) === undefined;
}

export interface PaperOfSigning {
  readonly sheet: ReportSheet | undefined;
  readonly error: Error | null;
  readonly number: string;
  /** YYYY-MM-DD, or empty. */
  readonly issuedOn: string;
  readonly set: (field: Field, text: string) => void;
  /** Writes number and date on the printed report, once and for all its papers. @returns the digest of what is then signed */
  readonly write: () => Promise<string>;
}

/** The printed report that is signed with the figures, and its number and date, which the clerk often gets last of all. */
export function usePaperToSign(form: Rhythm, period: string): PaperOfSigning {
  const queries = useQueryClient();
  const asked = { input: { form, period } };
  const { data: sheet, error } = useQuery(api.report.open.queryOptions(asked));
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const textOf = (field: Field) =>
    typed[field] ?? sheet?.parts.find(({ part }) => part === field)?.text ?? "";
  return {
    sheet,
    error,
    number: textOf("number"),
    issuedOn: textOf("issuedOn"),
    set: (field, text) => setTyped((before) => ({ ...before, [field]: text })),
    async write() {
      const parts = FIELDS.flatMap((field) => {
        const part = sheet?.parts.find((candidate) => candidate.part === field);
        return part && textOf(field) !== part.text
          ? [{ part: field, text: textOf(field), expectedRevision: part.revision }]
          : [];
      });
      if (parts.length === 0) return sheet?.paperSha256 ?? "";
      const shownSha256 = sheet?.paperSha256;
      const written = await api.report.save
        .call({ form, period, parts, ...(shownSha256 === undefined ? {} : { shownSha256 }) })
        .catch(async (error: unknown) => {
          // Somebody wrote on it meanwhile: what there is now is shown before it is signed.
          await queries.invalidateQueries({ queryKey: api.report.open.queryKey(asked) });
          throw error;
        });
      queries.setQueryData(api.report.open.queryKey(asked), written);
      setTyped({});
      return written.paperSha256;
    },
  };
}
