// What passes between two offices as files: registrations, lists, reports and what they are answered with.
import { PASSPHRASE } from "./passphrase.ts";
import { bundleOf } from "./signed-report.ts";
import { type Client, type Office, offered, resultOf, uploaded } from "./test-office.ts";

type Looking = Partial<Parameters<Client["submissions"]["inspect"]>[0]>;
type Taking = Omit<Parameters<Client["submissions"]["accept"]>[0], "previewId">;

/** Looks at a file. @param given what the person says with it; a report that goes with explanations leaves encrypted */
export async function inspect(
  { host, client }: Office,
  bytes: Uint8Array,
  given: Looking = { passphrase: PASSPHRASE },
) {
  const ticket = await uploaded(host, bytes);
  return resultOf(client.submissions.inspect({ ticket, fileName: "tệp.goi", ...given }));
}

/**
 * Looks at a file and takes it in.
 * @returns what it came to, and the bytes of the reply that was signed; none where nothing is answered
 * @throws the code of the fault it was refused for
 */
export async function takeIn(
  office: Office,
  bytes: Uint8Array,
  { confirmInstance = false, ...given }: Taking & { readonly confirmInstance?: boolean } = {},
) {
  const taking = { passphrase: PASSPHRASE, ...given };
  const preview = await inspect(office, bytes, { passphrase: taking.passphrase, confirmInstance });
  if (preview.fault) throw new Error(preview.fault.code);
  const accepted = await office.client.submissions.accept({ ...taking, previewId: preview.previewId });
  return { ...accepted, preview, reply: offered(office.host, accepted.receipt?.ticket) };
}

/** Brings a signed report to the province, which takes it in. */
export const receive = async (
  province: Office,
  district: Office,
  digest: string,
  given?: Parameters<typeof takeIn>[2],
) => takeIn(province, await bundleOf(district, digest), given);

/** The registration of an office, as it lies on the stick. */
export async function enrolment({ host, client }: Office, passphrase = PASSPHRASE) {
  const { ticket, keyid } = await client.keys.enrol({ passphrase });
  return { bytes: offered(host, ticket), keyid };
}

export async function listOf({ host, client }: Office): Promise<Uint8Array> {
  return offered(host, (await client.keys.exportTrust()).ticket);
}

/** An office takes the province's list in for the first time. */
export async function takeList(office: Office, province: Office): Promise<void> {
  const { trust } = await province.client.keys.status();
  await takeIn(office, await listOf(province), { rootFingerprint: trust?.rootFingerprint ?? "" });
}

/** The province takes the district's key in; the district takes the list in. @returns the district's keyid */
export async function introduce(province: Office, district: Office): Promise<string> {
  const { bytes, keyid } = await enrolment(district);
  await province.client.keys.addToTrust({
    ticket: await uploaded(province.host, bytes),
    passphrase: PASSPHRASE,
    // As printed: groups of four, capitals.
    confirmedKeyid: (keyid.toUpperCase().match(/.{4}/g) ?? []).join(" "),
  });
  await takeList(district, province);
  return keyid;
}
