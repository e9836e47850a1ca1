// The faults a return names, inside it or in a table of their own (bundle.md §2.7).
import { ExchangeError } from "./codes.ts";
import type { TableContent } from "./entry-encoding.ts";
import { MAX_INLINE_ISSUES } from "./limits.ts";
import { type ManifestOf, ReturnIssue } from "./manifest.ts";
import type { VerifiedContent } from "./verifier.ts";

export const ISSUES_SCHEMA = "issues.v1";
const ISSUES_TABLE = "issues";

type Reply = ManifestOf<"receipt">["receipt"] | ManifestOf<"return">["return"];

/** Where the issues of a return go: into it up to 200, else all of them into a table. */
export function issuesContent(issues: readonly ReturnIssue[]): {
  readonly issues: ReturnIssue[];
  readonly issues_entry: string | null;
  readonly tables: readonly TableContent[];
} {
  if (issues.length <= MAX_INLINE_ISSUES) return { issues: [...issues], issues_entry: null, tables: [] };
  return {
    issues: [],
    issues_entry: `data/${ISSUES_TABLE}.jsonl.gz`,
    tables: [{ name: ISSUES_TABLE, schema: ISSUES_SCHEMA, rows: issues }],
  };
}

/** The issues of a verified reply, wherever they stand; a receipt can have some with its warnings. */
export function* issuesOf(content: VerifiedContent): Generator<ReturnIssue, void, undefined> {
  const reply = replyOf(content);
  if (reply === undefined) return;
  if ("issues" in reply) yield* reply.issues;
  if (reply.issues_entry === null) return;
  for (const row of content.rows(reply.issues_entry)) yield ReturnIssue.parse(row);
}

/**
 * Step V12 of a receipt or return.
 * @throws {ExchangeError} E_DATA_REF when the table of issues is not there; E_DATA_SCHEMA for a row of another form;
 *   E_DATA_RULE for two issues of one id, issues in both places, or a state of the stream that contradicts itself
 */
export function checkReplyContent(content: VerifiedContent): void {
  const reply = replyOf(content);
  if (reply === undefined) return;
  checkStreamState(reply);
  const ids = new Set<string>("issues" in reply ? reply.issues.map(({ id }) => id) : []);
  if ("issues" in reply && ids.size !== reply.issues.length)
    throw new ExchangeError("E_DATA_RULE", "issue id");
  const path = reply.issues_entry;
  if (path === null) return;
  const entry = content.manifest.entries.find((one) => one.path === path);
  if (entry?.role !== "table" || entry.schema !== ISSUES_SCHEMA)
    throw new ExchangeError("E_DATA_REF", "issues_entry");
  if (ids.size > 0) throw new ExchangeError("E_DATA_RULE", "issues in two places");
  let line = 0;
  for (const row of content.rows(path)) {
    line += 1;
    const issue = ReturnIssue.safeParse(row);
    if (!issue.success) throw new ExchangeError("E_DATA_SCHEMA", `${path}:${line}`);
    if (ids.has(issue.data.id)) throw new ExchangeError("E_DATA_RULE", "issue id");
    ids.add(issue.data.id);
  }
}

/** The numbers named as missing rise and lie below the last one seen, in the installation that is answered. */
function checkStreamState({ stream_state: state, in_reply_to: to }: Reply): void {
  const rises = state.missing.every(
    (seq, index) => seq > (state.missing[index - 1] ?? 0) && seq < state.last_seq,
  );
  if (!rises || state.instance_id !== to.instance_id || state.last_seq < to.seq) {
    throw new ExchangeError("E_DATA_RULE", "stream_state");
  }
}

function replyOf({ manifest }: VerifiedContent): Reply | undefined {
  if (manifest.kind === "receipt") return manifest.receipt;
  return manifest.kind === "return" ? manifest.return : undefined;
}
