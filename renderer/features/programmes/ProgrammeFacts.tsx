import { useQuery } from "@tanstack/react-query";
import type { ProgrammeSummary } from "../../../shared/contract/programmes.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { api } from "../../api/api.ts";
import { KeyValue } from "../../components/KeyValue.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { printAdopted, printTerm, programmeState } from "../../text/print-programme.ts";

interface ProgrammeFactsProps {
  readonly programme: Programme;
  readonly summary: ProgrammeSummary;
}

export function ProgrammeFacts({ programme, summary }: ProgrammeFactsProps) {
  const t = useText();
  const today = useQuery(api.office.status.queryOptions()).data?.today ?? "";
  const orNotRecorded = (text: string | null) => text ?? t("shell.notRecorded");
  return (
    <section className="programme-facts" aria-label={t("programmes.facts")}>
      <KeyValue
        items={[
          { label: t("programmes.factRows.issuer"), value: programme.issuer },
          { label: t("programmes.factRows.symbol"), value: orNotRecorded(programme.symbol) },
          {
            label: t("programmes.factRows.issuedOn"),
            value: programme.issuedOn === null ? t("shell.notRecorded") : printDate(programme.issuedOn),
          },
          { label: t("programmes.factRows.term"), value: printTerm(programme.term, t) },
          { label: t("programmes.factRows.state"), value: programmeState(programme, today, t) },
          {
            label: t("programmes.factRows.adopted"),
            value: printAdopted(summary, t),
          },
          ...(programme.lastValidOn === null
            ? []
            : [{ label: t("programmes.factRows.lastValidOn"), value: printDate(programme.lastValidOn) }]),
        ]}
      />
      {programme.contentBlocks.length > 0 && (
        <>
          <h2>{t("programmes.contentBlocks")}</h2>
          <ol className="content-blocks">
            {programme.contentBlocks.map((block) => (
              <li key={block}>{block}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
