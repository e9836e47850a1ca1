// Official signatures beside a bundle, at the command line.
import { basename } from "node:path";
import {
  COUNTERSIGNATURE_HEAD_BYTES,
  isCountersignature,
} from "../../../shared/domain/countersignature-head.ts";
import { isBundleCode } from "../../exchange/bundle-code.ts";
import type { Arguments } from "../arguments.ts";
import { type Command, CommandFailure } from "../command.ts";
import { describeDeclared } from "../messages.ts";
import type { Output } from "../output.ts";
import { type Session, withOffice } from "../session.ts";
import { headOf, saveOffer, ticketFor } from "./files.ts";

const CONTENT_WORDS = {
  same: "ký đúng gói này",
  other: "ký lên tệp khác",
  unknown: "không rõ ký lên tệp nào",
} as const;

/** The bundle a person names: sent from here or received. */
async function digestOf({ client }: Session, args: Arguments): Promise<string> {
  const typed = args.required("submission");
  const known = [...(await client.submissions.list()), ...(await client.submissions.received())];
  const found = known.find(
    ({ digest }) => digest === typed.trim().toLowerCase() || isBundleCode(typed, digest),
  );
  if (!found) throw new CommandFailure(7, describeDeclared("BUNDLE_UNKNOWN", {}));
  return found.digest;
}

/** Whether a file is an official signature; among many a PDF only when it is named after a bundle. */
export function isCountersignatureFile(path: string, pdf: "any" | "named"): boolean {
  return isCountersignature(headOf(path, COUNTERSIGNATURE_HEAD_BYTES), basename(path), pdf);
}

/** Keeps a signature beside the bundle it belongs to, whenever that one comes. */
export async function attachBeside({ client, tickets }: Session, path: string) {
  return client.countersignatures.attach({ ...ticketFor(tickets, path), digest: null });
}

function wordsOf(added: Awaited<ReturnType<typeof attachBeside>>): string {
  return added.digest === null
    ? "Đã giữ tệp chữ ký số; nó hiện bên cạnh gói khi gói ấy được tiếp nhận."
    : `Đã giữ tệp chữ ký số bên cạnh gói: ${CONTENT_WORDS[added.content]}. Chương trình không kiểm tra chứng thư số.`;
}

/** Takes a signature in where a bundle was expected. @returns the exit code */
export async function receiveCountersignature(
  session: Session,
  path: string,
  output: Output,
): Promise<number> {
  const added = await attachBeside(session, path);
  output.result({ ...added, ok: true, kind: "countersignature" }, [wordsOf(added)]);
  return 0;
}

/** Saves every signature of a bundle into a folder, beside the bundle. @returns the paths */
export async function saveCountersignatures(
  { client, tickets }: Session,
  digest: string,
  folder: string,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { sha256 } of await client.countersignatures.list({ digest }))
    paths.push(
      await saveOffer(tickets, await client.countersignatures.download({ digest, sha256 }), { folder }),
    );
  return paths;
}

export const countersignCommands: readonly Command[] = [
  {
    name: "countersign add",
    usage: "FILE [--submission MA_GOI|DIGEST]",
    options: { submission: "string" },
    async run(args, output) {
      const added = await withOffice(args.required("data"), async (session) =>
        session.client.countersignatures.attach({
          ...ticketFor(session.tickets, args.positional(0, "FILE")),
          digest: args.values["submission"] === undefined ? null : await digestOf(session, args),
        }),
      );
      output.result(added, [wordsOf(added)]);
      return 0;
    },
  },
  {
    name: "countersign list",
    usage: "--submission MA_GOI|DIGEST",
    options: { submission: "string" },
    async run(args, output) {
      const rows = await withOffice(args.required("data"), async (session) =>
        session.client.countersignatures.list({ digest: await digestOf(session, args) }),
      );
      output.result(
        rows,
        rows.length === 0
          ? ["Không có tệp chữ ký số nào đi kèm."]
          : rows.map(({ sha256, fileName, content }) =>
              [sha256, fileName, CONTENT_WORDS[content]].join("\t"),
            ),
      );
      return 0;
    },
  },
  {
    name: "countersign save",
    usage: "--submission MA_GOI|DIGEST --out DIR",
    options: { submission: "string", out: "string" },
    async run(args, output) {
      const paths = await withOffice(args.required("data"), async (session) =>
        saveCountersignatures(session, await digestOf(session, args), args.required("out")),
      );
      output.result({ paths }, paths);
      return 0;
    },
  },
  {
    name: "countersign remove",
    usage: "SHA256",
    options: {},
    async run(args, output) {
      await withOffice(args.required("data"), ({ client }) =>
        client.countersignatures.remove({ sha256: args.positional(0, "SHA256"), digest: null }),
      );
      output.result({ ok: true }, ["Đã gỡ."]);
      return 0;
    },
  },
];
