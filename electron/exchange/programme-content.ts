// A programme on its way down (bundle.md §2.7): its members and its targets as two tables of JSON texts, because
// canonical JSON has no capitals in keys and a programme file (shared/catalogue) has. The forms it is reported on are
// named by digest: both sides have them built in.
import { z } from "zod";
import { FORMS } from "../../shared/catalogue/forms.ts";
import { parseIssuedProgramme } from "../../shared/catalogue/programme-schema.ts";
import type { Form } from "../../shared/catalogue/forms.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import { encodeCanonical } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { sha256Hex } from "./digest.ts";
import type { TableContent } from "./entry-encoding.ts";
import { DigestField, TextField, WordField } from "./field-schemas.ts";
import type { ManifestOf } from "./manifest.ts";
import type { ContentFault, VerifiedContent } from "./verifier.ts";

const PROGRAMME_SCHEMA = "programme.v1";
const PROGRAMME_TARGETS_SCHEMA = "programme-targets.v1";
const PROGRAMME_PATH = "data/programme.jsonl.gz";
const TARGETS_PATH = "data/programme-targets.jsonl.gz";

/** One member of the programme, or one item of a member that is a list, in its order. */
const ProgrammeRowV1 = z.strictObject({ member: WordField, is_item: z.boolean(), definition: TextField });
const ProgrammeTargetRowV1 = z.strictObject({
  target: WordField,
  definition: TextField,
  definition_sha256: DigestField,
});

/**
 * What a bundle of kind `programme` carries of a programme. The caller adds id, versions and effective days.
 * @throws {ExchangeError} E_DATA_FORMAT later, when one text of the programme is longer than 16 KiB
 */
export function programmeContent(programme: Programme): {
  readonly section: Pick<ManifestOf<"programme">["programme"], "title" | "forms" | "targets_entry">;
  readonly tables: readonly TableContent[];
} {
  const { targets, ...members } = programme;
  return {
    section: {
      title: programme.title,
      forms: FORMS.map((form) => ({ form_code: form.code, schema_sha256: formDigest(form) })),
      targets_entry: targets.length === 0 ? null : TARGETS_PATH,
    },
    tables: [
      { name: "programme", schema: PROGRAMME_SCHEMA, rows: Object.entries(members).flatMap(memberRows) },
      ...(targets.length === 0
        ? []
        : [{ name: "programme-targets", schema: PROGRAMME_TARGETS_SCHEMA, rows: targets.map(targetRow) }]),
    ],
  };
}

/** The programme inside a verified bundle. @throws {ExchangeError} E_DATA_REF, E_DATA_SCHEMA, E_DATA_RULE */
export function programmeOf(content: VerifiedContent): Programme {
  const { manifest } = content;
  if (manifest.kind !== "programme") throw new ExchangeError("E_KIND_MISMATCH");
  const members: Record<string, unknown> = {};
  for (const { member, is_item: isItem, definition } of rowsOf(
    content,
    PROGRAMME_PATH,
    PROGRAMME_SCHEMA,
    ProgrammeRowV1,
  )) {
    const known = Object.hasOwn(members, member) ? members[member] : undefined;
    if (!isItem && known !== undefined) throw new ExchangeError("E_DATA_RULE", member);
    const list: unknown[] = Array.isArray(known) ? known : [];
    if (isItem && known !== undefined && list !== known) throw new ExchangeError("E_DATA_RULE", member);
    const value = jsonOf(definition);
    if (isItem) list.push(value);
    Object.defineProperty(members, member, {
      value: isItem ? list : value,
      enumerable: true,
      configurable: true,
    });
  }
  const targets: unknown[] = [];
  const { targets_entry: path } = manifest.programme;
  if (path !== null) {
    for (const row of rowsOf(content, path, PROGRAMME_TARGETS_SCHEMA, ProgrammeTargetRowV1)) {
      if (sha256Hex(Buffer.from(row.definition, "utf8")) !== row.definition_sha256) {
        throw new ExchangeError("E_DATA_RULE", row.target);
      }
      targets.push(jsonOf(row.definition));
    }
  }
  const parsed = parseIssuedProgramme({ ...members, targets });
  if (!parsed.ok) throw new ExchangeError("E_DATA_SCHEMA", parsed.faults[0]?.path ?? null);
  if (parsed.programme.title !== manifest.programme.title) throw new ExchangeError("E_DATA_RULE", "title");
  return parsed.programme;
}

/**
 * Step V12 of a programme beyond its form: whether this program has the forms it is reported on, cell for cell.
 * @returns E_PROG_UNKNOWN with the first form that is missing or different; null when all are known
 */
export function findUnknownForm({ manifest }: VerifiedContent): ContentFault | null {
  if (manifest.kind !== "programme") return null;
  const own = new Map<string, string>(FORMS.map((form) => [form.code, formDigest(form)]));
  const unknown = manifest.programme.forms.find(
    ({ form_code, schema_sha256 }) => own.get(form_code) !== schema_sha256,
  );
  return unknown === undefined ? null : { code: "E_PROG_UNKNOWN", detail: `form ${unknown.form_code}` };
}

/** Step V12 of a programme. @throws {ExchangeError} E_DATA_REF, E_DATA_SCHEMA, E_DATA_RULE */
export function checkProgrammeContent(content: VerifiedContent): void {
  const { manifest } = content;
  if (manifest.kind !== "programme") return;
  const { version, supersedes_version: superseded, effective, forms } = manifest.programme;
  if (superseded !== null && superseded >= version)
    throw new ExchangeError("E_DATA_RULE", "supersedes_version");
  if (effective.to !== null && effective.to < effective.from)
    throw new ExchangeError("E_DATA_RULE", "effective");
  if (new Set(forms.map(({ form_code }) => form_code)).size !== forms.length) {
    throw new ExchangeError("E_DATA_RULE", "forms");
  }
  // A programme may be named without its definition, to be adopted from the built-in ones.
  if (manifest.entries.some(({ role }) => role === "table") || manifest.programme.targets_entry !== null) {
    programmeOf(content);
  }
}

/**
 * Digest of what a form asks: its cells in order, without those it leaves open, with type, unit and behaviour over time. Words of the labels do
 * not count, they change without changing a figure.
 */
export function formDigest(form: Form): string {
  const asked = form.cells.filter(({ mode }) => mode !== "optional");
  const cells = asked.map(({ element, mode }) => ({
    element: element.code,
    mode,
    type: element.type,
    measure_unit: element.measureUnit,
    time: element.time,
  }));
  return sha256Hex(encodeCanonical({ code: form.code, cells }));
}

function memberRows([member, value]: [string, unknown]) {
  return Array.isArray(value) && value.length > 0
    ? value.map((item: unknown) => ({ member, is_item: true, definition: JSON.stringify(item) }))
    : [{ member, is_item: false, definition: JSON.stringify(value) }];
}

function targetRow(target: Programme["targets"][number]) {
  const definition = JSON.stringify(target);
  return { target: target.id, definition, definition_sha256: sha256Hex(Buffer.from(definition, "utf8")) };
}

function* rowsOf<T>(
  content: VerifiedContent,
  path: string,
  schemaName: string,
  schema: z.ZodType<T>,
): Generator<T, void, undefined> {
  const entry = content.manifest.entries.find((one) => one.path === path);
  if (entry?.role !== "table" || entry.schema !== schemaName) throw new ExchangeError("E_DATA_REF", path);
  let line = 0;
  for (const row of content.rows(path)) {
    line += 1;
    const parsed = schema.safeParse(row);
    if (!parsed.success) throw new ExchangeError("E_DATA_SCHEMA", `${path}:${line}`);
    yield parsed.data;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExchangeError("E_DATA_SCHEMA", "definition");
  }
}
