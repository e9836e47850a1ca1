// Looking at a bundle without any office: what a third party runs.
import { readFile } from "node:fs/promises";
import { checkSubmissionContent } from "../../api/bundle/content-check.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { exitClassOf } from "../../exchange/codes.ts";
import { runCryptoSelfTest } from "../../exchange/crypto-self-test.ts";
import {
  type Verifier,
  verifierOfPublicKey,
  verifierOfTrustList,
  verifierWithoutTrust,
} from "../../exchange/verifier.ts";
import { openGivenTrustList, type Verification, verifyBundle } from "../../exchange/verify-bundle.ts";
import { type Arguments, UsageError } from "../arguments.ts";
import type { Command } from "../command.ts";
import type { Output } from "../output.ts";

/** What `bundle verify --json` says (design.md §6). */
function verdictOf(verification: Verification) {
  const { manifest } = verification;
  return {
    ok: verification.ok,
    code: verification.ok ? "OK" : verification.code,
    kind: manifest?.kind ?? null,
    issuer: manifest
      ? {
          unit_id: manifest.issuer.unit_id,
          unit_code: manifest.issuer.unit_code,
          unit_name: manifest.issuer.unit_name,
        }
      : null,
    seq: manifest?.seq ?? null,
    digest: verification.digest,
    warnings: verification.ok ? verification.warnings.map((warning) => warning.code) : [],
    detail: verification.ok ? null : verification.detail,
  };
}

function sayVerdict(output: Output, verification: Verification, extra: Record<string, unknown> = {}): number {
  if (verification.ok) {
    output.result({ ...verdictOf(verification), ...extra }, [
      `Gói hợp lệ. ${verification.kind} của ${verification.manifest.issuer.unit_name}, mã ${verification.digest}`,
      ...verification.manifest.entries
        .filter(({ path }) => path.startsWith("docs/"))
        .map(({ path, size, sha256 }) => `${path}\t${size} byte\t${sha256}`),
      ...verification.warnings.map((warning) => `! ${warning.code} ${CODE_TEXTS[warning.code].sentence}`),
    ]);
    return 0;
  }
  const { sentence, advice } = CODE_TEXTS[verification.code];
  output.message(
    `${sentence} ${advice} (${verification.code}${verification.detail ? ` ${verification.detail}` : ""})`,
  );
  output.result({ ...verdictOf(verification), ...extra }, []);
  return exitClassOf(verification);
}

async function verifierFor(args: Arguments): Promise<Verifier> {
  const trust = args.values["trust"];
  const key = args.values["key"];
  if (trust !== undefined) {
    const { list, digest } = await openGivenTrustList(await readFile(trust));
    return verifierOfTrustList(list, digest);
  }
  if (key !== undefined) return verifierOfPublicKey(await readFile(key, "utf8"));
  throw new UsageError("cần --trust FILE.goi hoặc --key PUB.pem");
}

export const bundleCommands: readonly Command[] = [
  {
    name: "bundle verify",
    usage: "FILE --trust FILE.goi | --key PUB.pem",
    options: { trust: "string", key: "string" },
    async run(args, output) {
      runCryptoSelfTest();
      const bytes = await readFile(args.positional(0, "FILE"));
      const verification = await verifyBundle(bytes, {
        ...(await verifierFor(args)),
        checkContent: checkSubmissionContent,
      });
      return sayVerdict(output, verification);
    },
  },
  {
    name: "bundle inspect",
    usage: "FILE [--trust FILE.goi | --key PUB.pem]",
    options: { trust: "string", key: "string" },
    async run(args, output) {
      runCryptoSelfTest();
      const bytes = await readFile(args.positional(0, "FILE"));
      const hasKey = args.values["trust"] !== undefined || args.values["key"] !== undefined;
      const verifier = hasKey ? await verifierFor(args) : verifierWithoutTrust(null);
      const verification = await verifyBundle(bytes, verifier);
      return sayVerdict(output, verification, { manifest: verification.manifest });
    },
  },
];
