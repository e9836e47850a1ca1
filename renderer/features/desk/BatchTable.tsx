import { Link } from "@tanstack/react-router";
import { DESK_OUTCOMES, type DeskFile, LARGE_BUNDLE_BYTES } from "../../../shared/contract/desk.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { Badge, type Tone } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { printPeriod } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

const TONES: Readonly<Record<DeskFile["outcome"], Tone>> = {
  waiting: "neutral",
  clean: "good",
  attention: "warn",
  confirm: "warn",
  locked: "neutral",
  fork: "bad",
  refused: "bad",
  other: "neutral",
  repeated: "muted",
  duplicate: "muted",
  returned: "warn",
  accepted: "good",
};

interface BatchTableProps {
  readonly files: readonly DeskFile[];
  readonly onConfirm: (file: number) => void;
}

/** One line a file: what came of it, and a sentence for each that is not simply sound. */
export function BatchTable({ files, onConfirm }: BatchTableProps) {
  const t = useText();
  const columns: readonly Column<DeskFile>[] = [
    {
      id: "outcome",
      header: t("desk.column.outcome"),
      cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`desk.outcome.${outcome}`)}</Badge>,
      sortValue: ({ outcome }) => DESK_OUTCOMES.indexOf(outcome),
      width: 150,
    },
    {
      id: "file",
      header: t("desk.column.file"),
      cell: ({ fileName }) => <span title={fileName}>{fileName}</span>,
      sortValue: ({ fileName }) => fileName,
      width: 200,
    },
    {
      id: "issuer",
      header: t("desk.column.issuer"),
      cell: ({ issuer }) => issuer?.name ?? "—",
      sortValue: ({ issuer }) => issuer?.name,
      isRowHeader: true,
    },
    {
      id: "period",
      header: t("bundles.column.period"),
      cell: ({ period }) => (period ? printPeriod(period, t) : "—"),
      sortValue: ({ period }) => period,
      width: 140,
    },
    {
      id: "units",
      header: t("desk.column.units"),
      cell: ({ units, unitsAnswered }) =>
        units === null ? "—" : `${formatInteger(unitsAnswered ?? 0)}/${formatInteger(units)}`,
      align: "end",
      width: 90,
    },
    {
      id: "words",
      header: t("desk.column.words"),
      cell: (file) => (
        <span className="desk-words">
          {wordsOf(file, t)}
          {isToAnswer(file) && (
            <>
              <Link className="link-button" to="/desk/review/$digest" params={{ digest: file.digest }}>
                {t("desk.read")}
              </Link>
              <Link
                className="link-button"
                to="/bundles/report/$digest"
                params={{ digest: file.digest }}
                search={{ answer: true }}
              >
                {t("desk.answer")}
              </Link>
            </>
          )}
          {file.outcome === "confirm" && (
            <Button variant="quiet" onPress={() => onConfirm(file.id)}>
              {t("bundles.confirmInstance")}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={t("desk.delivery")}
      columns={columns}
      rows={files}
      rowKey={({ id }) => String(id)}
      initialSort={{ column: "outcome", direction: "ascending" }}
    />
  );
}

/** A sound report that was not taken in yet: read, and answered by itself. */
function isToAnswer(file: DeskFile): file is DeskFile & { digest: string } {
  return (file.outcome === "clean" || file.outcome === "attention") && file.digest !== null;
}

function wordsOf(file: DeskFile, t: Translate): string {
  const { fault, warnings, incompleteReason, unapproved, size } = file;
  return [
    ...(fault ? [`${fault.sentence} ${fault.advice} (${fault.code})`] : []),
    ...warnings.map(({ sentence }) => sentence),
    ...(incompleteReason === null ? [] : [t("bundles.incompleteTitle", { reason: incompleteReason })]),
    ...(unapproved.length === 0
      ? []
      : [t("desk.unapproved", { periods: unapproved.map((period) => printPeriod(period, t)).join(", ") })]),
    ...(size > LARGE_BUNDLE_BYTES ? [t("bundles.large")] : []),
  ].join(" ");
}
