// A report of one office on its way to a signed file: explained, approved, signed, saved.
import { PASSPHRASE } from "./passphrase.ts";
import { addUnion, type Client, type Office, offered, resultOf, saveFigure } from "./test-office.ts";

type Asked = Pick<Parameters<Client["submissions"]["approve"]>[0], "form" | "period">;

/** Says of every warning that it was looked into, which an approval waits for. */
export async function explainWarnings(client: Client, asked: Asked, text = "đúng vậy"): Promise<void> {
  for (const { rule, elements, unitUid, severity } of (await client.entries.check(asked)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...asked, unit: unitUid, rule, elements: [...elements], text });
}

type Approving = Omit<Parameters<Client["submissions"]["approve"]>[0], keyof Asked>;

/** Explains every warning and approves. */
export async function approve(
  client: Client,
  asked: Asked,
  { explanation, ...given }: Approving & { readonly explanation?: string } = {},
) {
  await explainWarnings(client, asked, explanation);
  return resultOf(client.submissions.approve({ ...asked, ...given }));
}

export const submit = (client: Client, asked: Asked) =>
  resultOf(client.submissions.submit({ ...asked, passphrase: PASSPHRASE }));

/** The file of a signed report, as it leaves by itself. */
export async function bundleOf({ host, client }: Office, digest: string): Promise<Uint8Array> {
  return offered(host, (await client.submissions.download({ digest })).ticket);
}

export const MAY = { form: "month", period: "2025-M05" } as const;

/** Adds union U1 with figures of May 2025, approves that month and makes a key. @returns the union's uid */
export async function approveMay(client: Client): Promise<string> {
  const unit = await addUnion(client, "U1", "CĐCS Một");
  await saveFigure(client, { unit, element: "workersTotal", period: MAY.period }, 50);
  await saveFigure(client, { unit, element: "membersTotal", period: MAY.period }, 40);
  await approve(client, MAY);
  await client.keys.create({ passphrase: PASSPHRASE });
  return unit;
}
