// Returns, corrections and programmes: what they carry beyond the manifest, written and read again.
// Over 300 lines because every field each kind has is written out with what makes it wrong.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { FORMS } from "../../shared/catalogue/forms.ts";
import { findBuiltInProgramme, PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import type { JsonValue } from "./canonical-json.ts";
import type { ReturnIssue } from "./manifest.ts";
import { findUnknownForm, formDigest, programmeContent, programmeOf } from "./programme-content.ts";
import { checkReplay, type SentBundle } from "./replay.ts";
import { issuesContent, issuesOf } from "./reply-issues.ts";
import {
  BUNDLE_ID,
  DIGEST_A,
  DISTRICT_ID,
  DISTRICT_KEY,
  INSTANCE_ID,
  OTHER_ID,
  PROVINCE_ID,
  PROVINCE_KEY,
  programmeDraft,
  replayState,
  receiptDraft,
  returnDraft,
  SUBMISSION_ID,
  submissionDraft,
  trustList,
} from "./test-fixtures.ts";
import { type Verifier, verifierOfTrustList } from "./verifier.ts";
import { type VerifiedBundle, verifyBundle } from "./verify-bundle.ts";
import { type BundleContent, writeBundle } from "./write-bundle.ts";

const SENT: SentBundle = {
  bundleId: BUNDLE_ID,
  unitId: DISTRICT_ID,
  instanceId: INSTANCE_ID,
  stream: "submission",
  seq: 1,
  submission: { submissionId: SUBMISSION_ID, revision: 0 },
  outcome: null,
};
const district: Verifier = {
  ...verifierOfTrustList(trustList(), DIGEST_A),
  ownUnitId: DISTRICT_ID,
  replay: replayState({ findSent: (digest) => (digest === DIGEST_A ? SENT : undefined) }),
};

async function verified(content: BundleContent): Promise<VerifiedBundle> {
  const result = await verifyBundle(writeBundle(content, [PROVINCE_KEY]).bytes, district);
  if (!result.ok) throw new Error(`${result.step} ${result.code} ${result.detail ?? ""}`);
  return result;
}

async function codeOf(content: BundleContent): Promise<string> {
  const result = await verifyBundle(writeBundle(content, [PROVINCE_KEY]).bytes, district);
  return result.ok ? "accepted" : `${result.step} ${result.code} ${result.detail ?? ""}`.trim();
}

const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .map((value) => value.toWellFormed().normalize("NFC"))
    .filter((value) => value.length >= 1 && value.length <= 500);
const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,20}$/);
const issue: fc.Arbitrary<ReturnIssue> = fc.record({
  id: word,
  severity: fc.constantFrom("error", "warning", "note"),
  table: fc.option(word),
  row_key: fc.option(text(40)),
  field: fc.option(word),
  code: word,
  message: text(80),
  suggestion: fc.option(text(40)),
});

describe("a return", () => {
  const content = (issues: readonly ReturnIssue[]): BundleContent => {
    const { tables, ...placed } = issuesContent(issues);
    const draft = returnDraft();
    return { manifest: { ...draft, return: { ...draft.return, ...placed } }, tables };
  };

  it("brings any issues back as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(issue, { selector: ({ id }) => id, maxLength: 8 }), async (issues) => {
        expect([...issuesOf(await verified(content(issues)))]).toEqual(issues);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [200, false],
    [201, true],
    [5000, true],
  ])("with %i issues puts them into a table: %s", async (count, inTable) => {
    const issues = Array.from({ length: count }, (_, index) => numbered(index));
    const result = await verified(content(issues));
    expect([...result.entries.keys()].includes("data/issues.jsonl.gz")).toBe(inTable);
    expect([...issuesOf(result)]).toEqual(issues);
  });

  it("that names a table of issues it does not have is refused", async () => {
    const draft = returnDraft();
    const missing = { ...draft, return: { ...draft.return, issues_entry: "data/issues.jsonl.gz" } };
    expect(await codeOf({ manifest: missing })).toBe("V12 E_DATA_REF issues_entry");
    const other = [{ name: "issues", schema: "other.v1", rows: [] }];
    expect(await codeOf({ manifest: missing, tables: other })).toBe("V12 E_DATA_REF issues_entry");
  });

  it.each<[string, readonly JsonValue[], string]>([
    ["a row of another form", [{ id: "1" }], "V12 E_DATA_SCHEMA data/issues.jsonl.gz:1"],
    ["one issue twice", [row(1), row(2), row(1)], "V12 E_DATA_RULE issue id"],
    ["good rows", [row(1), row(2)], "accepted"],
  ])("whose table holds %s: %s → %s", async (_label, rows, code) => {
    const draft = returnDraft();
    const manifest = { ...draft, return: { ...draft.return, issues_entry: "data/issues.jsonl.gz" } };
    expect(await codeOf({ manifest, tables: [{ name: "issues", schema: "issues.v1", rows }] })).toBe(code);
    if (code === "accepted") {
      const both = { ...draft, return: { ...manifest.return, issues: [numbered(9)] } };
      expect(await codeOf({ manifest: both, tables: [{ name: "issues", schema: "issues.v1", rows }] })).toBe(
        "V12 E_DATA_RULE issues in two places",
      );
    }
  });

  it("with one issue twice inside is refused", async () => {
    expect(await codeOf(content([numbered(1), numbered(1)]))).toBe("V12 E_DATA_RULE issue id");
  });

  it.each([
    [{ last_seq: 0 }, "V12 E_DATA_RULE stream_state"],
    [{ last_seq: 5, missing: [3, 2] }, "V12 E_DATA_RULE stream_state"],
    [{ last_seq: 5, missing: [2, 2] }, "V12 E_DATA_RULE stream_state"],
    [{ last_seq: 5, missing: [5] }, "V12 E_DATA_RULE stream_state"],
    [{ instance_id: OTHER_ID }, "V12 E_DATA_RULE stream_state"],
    [{ last_seq: 5, missing: [2, 4] }, "accepted"],
  ])("a receipt with the stream state %o gives %s", async (change, code) => {
    const draft = receiptDraft();
    const stream_state = { ...draft.receipt.stream_state, ...change };
    expect(await codeOf({ manifest: { ...draft, receipt: { ...draft.receipt, stream_state } } })).toBe(code);
  });
});

describe("a correction", () => {
  it("answers its return, names what it replaces, and is taken in a closed period", async () => {
    const first = writeBundle({ manifest: submissionDraft() }, [DISTRICT_KEY]);
    const draft = returnDraft();
    const in_reply_to = { ...draft.return.in_reply_to, manifest_sha256: first.digest };
    const returned = writeBundle({ manifest: { ...draft, return: { ...draft.return, in_reply_to } } }, [
      PROVINCE_KEY,
    ]);
    const correction = (reply_to: string | null) =>
      writeBundle(
        {
          manifest: {
            ...submissionDraft(),
            seq: 2,
            prev: first.digest,
            submission: {
              submission_id: SUBMISSION_ID,
              revision: 1,
              supersedes: { revision: 0, manifest_sha256: first.digest },
              reply_to,
            },
          },
        },
        [DISTRICT_KEY],
      );
    const province: Verifier = {
      ...verifierOfTrustList(trustList(), DIGEST_A),
      ownUnitId: PROVINCE_ID,
      replay: replayState({
        isPeriodClosed: () => true,
        listSequencesBelow: () => [1],
        findCurrentSubmission: () => ({
          submissionId: SUBMISSION_ID,
          revision: 0,
          digest: first.digest,
          returnDigest: returned.digest,
          isVoluntaryRevisionAllowed: false,
        }),
      }),
    };
    expect(await verifyBundle(correction(returned.digest).bytes, province)).toMatchObject({ ok: true });
    expect(await verifyBundle(correction(null).bytes, province)).toMatchObject({
      step: "V11",
      code: "E_REV_CONFLICT",
    });
    // And the return is one for what the district sent.
    const { manifest, digest } = returned;
    const sent = replayState({ findSent: (one) => (one === first.digest ? SENT : undefined) });
    expect(checkReplay(manifest, digest, sent).isDuplicate).toBe(false);
  });
});

describe("a programme", () => {
  const content = (programme: (typeof PROGRAMMES)[number], change: object = {}): BundleContent => {
    const { section, tables } = programmeContent(programme);
    const draft = programmeDraft();
    return { manifest: { ...draft, programme: { ...draft.programme, ...section, ...change } }, tables };
  };
  const [programme] = PROGRAMMES;
  if (!programme) throw new Error("no programme");

  it.each(PROGRAMMES.map((one) => [one.code, one] as const))(
    "%s comes out as it went in",
    async (_code, one) => {
      const result = await verified(content(one));
      expect(programmeOf(result)).toEqual(one);
      expect(findUnknownForm(result)).toBeNull();
    },
  );

  it("issued while officers trained were still added up over years is taken as it is", async () => {
    const early = findBuiltInProgramme("AG-1979");
    if (!early) throw new Error("no programme");
    const [target] = early.targets;
    if (!target) throw new Error("no target");
    const indicator = {
      shape: "COUNT_PER_PERIOD",
      population: "grassroots",
      numerator: { kind: "sum", elements: ["unionOfficersTrained"] },
      policy: "all",
    } as const;
    const added = {
      ...target,
      id: "OLD",
      indicator,
      value: { scale: "count", amount: 500 },
      time: { kind: "oncePerProgramme" },
    } as const;
    const issued = { ...early, code: "OLD", targets: [...early.targets, added] };
    expect(programmeOf(await verified(content(issued)))).toEqual(issued);
  });

  it("named without its definition is taken too", async () => {
    expect(await codeOf({ manifest: programmeDraft() })).toBe("accepted");
  });

  it.each([
    ["that supersedes itself", { supersedes_version: 3 }, "V12 E_DATA_RULE supersedes_version"],
    [
      "that ends before it begins",
      { effective: { from: "2024-01-01", to: "2023-12-31" } },
      "V12 E_DATA_RULE effective",
    ],
    [
      "with one form twice",
      { forms: [1, 2].map(() => ({ form_code: "half", schema_sha256: DIGEST_A })) },
      "V12 E_DATA_RULE forms",
    ],
    [
      "whose targets are not there",
      { targets_entry: "data/none.jsonl.gz" },
      "V12 E_DATA_REF data/none.jsonl.gz",
    ],
    ["under another title", { title: "Khác" }, "V12 E_DATA_RULE title"],
  ])("%s is refused", async (_label, change, code) => {
    expect(await codeOf(content(programme, change))).toBe(code);
  });

  it.each([
    ["a definition that is no JSON", (definition: string) => definition.slice(1)],
    ["a target of another shape", () => "{}"],
  ])("with %s is refused", async (_label, spoil) => {
    const { manifest, tables = [] } = content(programme);
    const spoilt = tables.map((table) => ({
      ...table,
      rows: Array.from(table.rows, (one, index): JsonValue => {
        const isTarget = table.schema === "programme-targets.v1" && index === 0;
        return isTarget ? withDefinition(one, spoil) : one;
      }),
    }));
    expect(await codeOf({ manifest, tables: spoilt })).toMatch(/^V12 E_DATA_(SCHEMA|RULE)/);
  });

  it("with a member twice, or a member of another program's making, is refused", async () => {
    const { manifest, tables = [] } = content(programme);
    const more = (...rows: JsonValue[]) => ({
      manifest,
      tables: tables.map((table) =>
        table.schema === "programme.v1" ? { ...table, rows: [...table.rows, ...rows] } : table,
      ),
    });
    const member = (name: string, is_item = false) => ({ member: name, is_item, definition: '"x"' });
    expect(await codeOf(more(member("title")))).toBe("V12 E_DATA_RULE title");
    expect(await codeOf(more(member("title", true)))).toBe("V12 E_DATA_RULE title");
    expect(await codeOf(more(member("surprise")))).toMatch(/^V12 E_DATA_SCHEMA/);
    expect(await codeOf(more({ ...member("x"), member: "__proto__" }))).toMatch(/^V12 E_DATA_SCHEMA/);
    expect(await codeOf(more(member("constructor")))).toMatch(/^V12 E_DATA_SCHEMA/);
  });

  it("for a form that asks something else is one this program does not know", async () => {
    const forms = FORMS.map((form) => ({ form_code: form.code, schema_sha256: formDigest(form) }));
    const changed = forms.map((form) =>
      form.form_code === "half" ? { ...form, schema_sha256: DIGEST_A } : form,
    );
    expect(findUnknownForm(await verified(content(programme, { forms })))).toBeNull();
    expect(findUnknownForm(await verified(content(programme, { forms: changed })))).toEqual({
      code: "E_PROG_UNKNOWN",
      detail: "form half",
    });
    const [form] = FORMS;
    if (!form) throw new Error("no form");
    expect(formDigest({ ...form, label: "Tên khác" })).toBe(formDigest(form));
    expect(formDigest({ ...form, cells: form.cells.slice(1) })).not.toBe(formDigest(form));
    expect(new Set(FORMS.map(formDigest)).size).toBe(FORMS.length);
  });
});

function numbered(index: number): ReturnIssue {
  return {
    id: `i${index}`,
    severity: "error",
    table: "entries",
    row_key: `CĐCS số ${index}`,
    field: "value",
    code: "V01",
    message: "Số đoàn viên lớn hơn số lao động",
    suggestion: null,
  };
}

function row(index: number): JsonValue {
  return { ...numbered(index) };
}

function withDefinition(value: JsonValue, spoil: (definition: string) => string): JsonValue {
  const row = z.looseObject({ definition: z.string() }).parse(value);
  return { ...(value as object), definition: spoil(row.definition) };
}
