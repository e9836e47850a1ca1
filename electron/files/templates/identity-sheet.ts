// The hidden sheet that says whom a workbook asks, as rows of two texts: a name and a value.
import { type TemplateIdentity, type TemplateKind, TEMPLATE_KINDS } from "./template.ts";

/** First row; a workbook without it is not one of ours. */
const MARK = ["so-cong-doan", "template"] as const;

type IdentityRow = readonly [name: string, value: string];

export interface StatedIdentity {
  readonly identity: TemplateIdentity;
  readonly fingerprint: string;
}

export function identityRows({ identity, fingerprint }: StatedIdentity): IdentityRow[] {
  return [
    MARK,
    ["version", String(identity.version)],
    ["office", identity.office],
    ["form", identity.form],
    ["period", identity.period],
    ["kind", identity.kind],
    ["catalogue", identity.catalogue],
    ["fingerprint", fingerprint],
    ...identity.units.map((uid): IdentityRow => ["unit", uid]),
    ...identity.elements.map((code): IdentityRow => ["element", code]),
  ];
}

export function isIdentitySheet(rows: readonly (readonly string[])[]): boolean {
  return rows[0]?.[0] === MARK[0] && rows[0][1] === MARK[1];
}

/** @returns undefined where a line is missing or stands twice: somebody has been at it */
export function readIdentity(rows: readonly (readonly string[])[]): StatedIdentity | undefined {
  const lists = { unit: new Array<string>(), element: new Array<string>() };
  const facts = new Map<string, string>();
  for (const [name = "", value = ""] of rows.slice(1)) {
    if (name === "unit" || name === "element") lists[name].push(value);
    else if (facts.has(name)) return undefined;
    else facts.set(name, value);
  }
  const fact = (name: string) => facts.get(name) ?? "";
  const kind = TEMPLATE_KINDS.find((candidate): candidate is TemplateKind => candidate === fact("kind"));
  const isWhole = ["version", "office", "form", "period", "catalogue", "fingerprint"].every(
    (name) => fact(name) !== "",
  );
  if (!isWhole || !kind || facts.size !== 7 || !/^\d{1,4}$/.test(fact("version"))) return undefined;
  if (lists.unit.length === 0 || (kind === "single" && lists.unit.length > 1)) return undefined;
  return {
    fingerprint: fact("fingerprint"),
    identity: {
      version: Number(fact("version")),
      office: fact("office"),
      form: fact("form"),
      period: fact("period"),
      kind,
      catalogue: fact("catalogue"),
      units: lists.unit,
      elements: lists.element,
    },
  };
}
