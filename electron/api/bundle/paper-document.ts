// The printed report inside a bundle: `docs/bao-cao.json` holds it as data, so that whoever opens the bundle reads and prints
// the very words and figures; beside it lie the files made from it. Files from elsewhere are saved, never rendered
// (security.md R1); the data is, as text.
import { z } from "zod";
import type { PaperReport } from "../../../shared/domain/report/paper.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { DateInput, PeriodInput } from "../../../shared/contract/schemas.ts";
import type { DocumentContent } from "../../exchange/entry-encoding.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";

const PAPER_NAME = "bao-cao.json";
export const PAPER_PATH = `docs/${PAPER_NAME}`;

const Cell = z.union([
  z.string(),
  z.strictObject({ text: z.string(), amount: z.int().nullable(), decimals: z.literal([0, 2]) }),
]);
const Appendix = z.strictObject({
  number: z.int(),
  title: z.string(),
  columns: z.array(
    z.strictObject({
      title: z.string(),
      group: z.string().exactOptional(),
      width: z.int().positive(),
      align: z.enum(["start", "center", "end"]),
    }),
  ),
  rows: z.array(z.strictObject({ kind: z.enum(["line", "group", "total"]), cells: z.array(Cell) })),
  empty: z.string(),
  notes: z.array(z.string()),
});
const Paper = z.strictObject({
  form: z.enum(["month", "quarter", "half", "nine", "year"]),
  period: PeriodInput,
  superiorLine: z.string(),
  issuerLine: z.string(),
  numberLine: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: DateInput.nullable(),
  placeLine: z.string(),
  title: z.string(),
  subject: z.string(),
  cutoffLine: z.string(),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      level: z.literal([1, 2]),
      heading: z.string(),
      paragraphs: z.array(z.string()),
    }),
  ),
  recipients: z.array(z.string()),
  onBehalfOf: z.string(),
  signerTitle: z.string(),
  signerName: z.string(),
  appendices: z.array(Appendix),
});

/** The same report gives the same bytes. */
function encodePaper(paper: PaperReport): Uint8Array {
  return Buffer.from(JSON.stringify(paper), "utf8");
}

/** Changes with anything that is printed; in a manifest it is the digest of the paper's own entry. */
export function paperDigest(paper: PaperReport): string {
  return sha256Hex(encodePaper(paper));
}

export function paperDocument(paper: PaperReport): DocumentContent {
  return {
    name: PAPER_NAME,
    mediaType: "application/json",
    role: "attachment",
    bytes: encodePaper(paper),
  };
}

/** null: the bundle holds none · undefined: what it holds is no report of its form and period */
export function paperIn({ manifest, entries }: VerifiedContent): PaperReport | null | undefined {
  const bytes = entries.get(PAPER_PATH);
  if (bytes === undefined) return null;
  const { data: paper } = Paper.safeParse(parsed(bytes));
  const { context } = manifest;
  if (!paper || paper.form !== context?.form_code || paper.period !== context.period) return undefined;
  return paper.form === periodOf(paper.period).rhythm ? paper : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export interface PrintedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** The files for people to read, in the order of the bundle. */
export function documentsIn({ manifest, entries }: VerifiedContent): PrintedDocument[] {
  return manifest.entries.flatMap(({ path, role, sha256 }) => {
    const bytes = entries.get(path);
    const name = path.replace(/^docs\//, "");
    return role === "human" && name !== path && bytes ? [{ name, bytes, sha256 }] : [];
  });
}
