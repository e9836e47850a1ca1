import { useMutation } from "@tanstack/react-query";
import { IMPORT_KINDS, type ImportKind, type ImportPreview } from "../../../shared/contract/imports.ts";
import {
  EMPLOYER_TYPE_LABELS,
  type Label,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
} from "../../../shared/domain/labels.ts";
import { GRASSROOTS_KINDS } from "../../../shared/domain/org-unit.ts";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { FileDrop } from "../../components/FileDrop.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useLabel, useText } from "../../text/use-text.ts";
import type { vi } from "../../text/vi.ts";

type FieldWord = keyof typeof vi.importing.fields;

/** Column names of the files (design.md §6). */
const COLUMNS: Readonly<Record<ImportKind, readonly FieldWord[]>> = {
  units: [
    "code",
    "name",
    "kind",
    "employer_type",
    "workforce",
    "parent_code",
    "established_on",
    "ended_on",
    "tax_code",
    "self_financing",
  ],
  employers: ["code", "name", "employer_type", "workforce", "tax_code", "unit_code"],
  entries: ["unit_code", "element", "period", "value", "state", "as_of", "is_estimate", "note"],
};

/** Words that are taken in the columns with a fixed choice. */
const VALUES: Readonly<
  Record<ImportKind, readonly { readonly column: FieldWord; readonly labels: readonly Label[] }[]>
> = {
  units: [
    { column: "kind", labels: GRASSROOTS_KINDS.map((kind) => UNIT_KIND_LABELS[kind]) },
    { column: "employer_type", labels: Object.values(EMPLOYER_TYPE_LABELS) },
    { column: "self_financing", labels: Object.values(SELF_FINANCING_LABELS) },
  ],
  employers: [{ column: "employer_type", labels: Object.values(EMPLOYER_TYPE_LABELS) }],
  entries: [],
};

interface ImportChooseProps {
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
  readonly onPreview: (preview: ImportPreview) => void;
}

export function ImportChoose({ kind, onKind, onPreview }: ImportChooseProps) {
  const t = useText();
  const label = useLabel();
  const read = useMutation({
    mutationFn: async (file: File) => {
      const { ticket } = await uploadFile(file);
      return api.imports.preview.call({ ticket, fileName: file.name, kind });
    },
    onSuccess: onPreview,
  });
  return (
    <div className="import-choose">
      <RadioGroup
        label={t("importing.kind")}
        orientation="horizontal"
        value={kind}
        onChange={onKind}
        options={IMPORT_KINDS.map((id) => ({ id, label: t(`importing.kinds.${id}`) }))}
      />
      <p>{t("importing.chooseLead")}</p>
      <FileDrop accept=".xlsx,.csv" isBusy={read.isPending} onFile={(file: File) => read.mutate(file)} />
      <ErrorCallout error={read.error} />
      <section>
        <h2>{t("importing.columnsTitle")}</h2>
        <p>
          {t("importing.columnsNote")} {kind !== "entries" && t("importing.blankNote")}
        </p>
        <dl className="import-columns">
          {COLUMNS[kind].map((column) => (
            <div key={column}>
              <dt>{t(`importing.fields.${column}`)}</dt>
              <dd>
                <code>{column}</code>
              </dd>
            </div>
          ))}
        </dl>
        {VALUES[kind].map(({ column, labels }) => (
          <p key={column} className="import-values">
            {t("importing.valuesOf", {
              field: t(`importing.fields.${column}`),
              values: labels.map(label).join(", "),
            })}
          </p>
        ))}
      </section>
    </div>
  );
}
