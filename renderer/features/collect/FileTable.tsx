import { useMemo } from "react";
import { CELL_OUTCOMES, type CollectFile, type CollectPreview } from "../../../shared/contract/collect.ts";
import { Badge } from "../../components/Badge.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { type Translate, useText } from "../../text/use-text.ts";
import {
  type CollectChoice,
  filesToApply,
  isWritable,
  stateAfter,
  toggled,
  withFile,
} from "./collect-choice.ts";
import { faultSentence } from "./collect-words.ts";

const TONES = {
  ready: "good",
  choose: "warn",
  nothing: "muted",
  refused: "bad",
  passedOver: "muted",
} as const;
const ORDER: readonly CollectFile["state"][] = ["refused", "choose", "ready", "nothing"];

interface FileTableProps {
  readonly preview: CollectPreview;
  readonly choice: CollectChoice;
  readonly onChange: (choice: CollectChoice) => void;
  readonly opened: number | null;
  readonly onOpen: (file: number) => void;
}

/** A row a file; Enter opens its cells. What needs a decision comes first. */
export function FileTable({ preview, choice, onChange, opened, onOpen }: FileTableProps) {
  const t = useText();
  const rows = useMemo(
    () =>
      preview.files.toSorted(
        (left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state) || left.id - right.id,
      ),
    [preview],
  );
  const taken = new Set(filesToApply(preview, choice).map(({ id }) => id));
  const columns: readonly Column<CollectFile>[] = [
    {
      id: "take",
      header: t("collect.preview.column.take"),
      width: 60,
      cell: (file) =>
        isWritable(file) && (
          <Checkbox
            isSelected={taken.has(file.id)}
            onChange={(isIn) => onChange(withFile(preview, choice, file.id, isIn))}
          >
            <span className="visually-hidden">{t("collect.preview.take", { file: file.fileName })}</span>
          </Checkbox>
        ),
    },
    {
      id: "file",
      header: t("collect.preview.column.file"),
      cell: (file) => file.fileName,
      sortValue: (file) => file.fileName,
      isRowHeader: true,
    },
    {
      id: "unit",
      header: t("collect.preview.column.unit"),
      cell: (file) => unitWords(file, t),
      sortValue: (file) => file.units[0]?.name ?? "",
    },
    {
      id: "state",
      header: t("collect.preview.column.state"),
      cell: (file) => (
        <>
          <StateBadge state={stateAfter(preview, choice, file)} />
          {file.fault && <div>{faultSentence(file.fault, t)}</div>}
          {file.isOfOlderForm && <div className="quiet">{t("collect.preview.older")}</div>}
        </>
      ),
      sortValue: (file) => ORDER.indexOf(file.state),
    },
    {
      id: "cells",
      header: t("collect.preview.column.cells"),
      cell: (file) => countWords(file, t),
      sortValue: ({ counts }) => counts.rejected * 1000 + counts.conflict,
      width: 200,
    },
    ...(preview.files.some(({ counts }) => counts.conflict > 0) ? [replaceColumn(choice, onChange, t)] : []),
    {
      id: "findings",
      header: t("collect.preview.column.findings"),
      width: 190,
      cell: ({ findings, state }) =>
        !isShown(state)
          ? ""
          : findings.block + findings.warn === 0
            ? t("collect.preview.noFindings")
            : t("collect.preview.findings", findings),
      sortValue: ({ findings }) => findings.block * 1000 + findings.warn,
    },
  ];
  return (
    <DataTable
      label={t("collect.preview.table")}
      columns={columns}
      rows={rows}
      rowKey={(file) => String(file.id)}
      selectedKey={opened === null ? null : String(opened)}
      onRowAction={(file) => {
        if (file.state !== "refused") onOpen(file.id);
      }}
    />
  );
}

function StateBadge({ state }: { readonly state: keyof typeof TONES }) {
  const t = useText();
  return <Badge tone={TONES[state]}>{t(`collect.state.${state}`)}</Badge>;
}

function replaceColumn(
  choice: CollectChoice,
  onChange: (choice: CollectChoice) => void,
  t: Translate,
): Column<CollectFile> {
  return {
    id: "replace",
    header: t("collect.preview.column.replace"),
    width: 190,
    cell: (file) =>
      file.counts.conflict > 0 && (
        <Checkbox
          isSelected={choice.replacing.has(file.id)}
          onChange={(isIn) => onChange({ ...choice, replacing: toggled(choice.replacing, file.id, isIn) })}
        >
          {t("collect.preview.replace")}
        </Checkbox>
      ),
  };
}

/** "3 mới, 1 không nhận": only what there is. */
function countWords({ counts, state }: CollectFile, t: Translate): string {
  if (state === "refused") return "";
  return CELL_OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${t(`collect.cells.outcome.${outcome}`)}`)
    .join(", ");
}

function isShown(state: CollectFile["state"]): boolean {
  return state === "ready" || state === "choose";
}

function unitWords({ units }: CollectFile, t: Translate): string {
  const [first, ...others] = units;
  if (!first) return "";
  return others.length === 0
    ? `${first.code} ${first.name}`
    : t("collect.preview.unitsOf", { name: first.name, number: others.length });
}
