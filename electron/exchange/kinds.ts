// Kinds of bundle and who may sign which (bundle.md §2.4–2.7).

export const KINDS = ["submission", "receipt", "return", "programme", "trustlist", "enrolment"] as const;
export type Kind = (typeof KINDS)[number];

/** Roles a key can hold in the trust list. The root keys of the list itself hold `root` and nothing else. */
export const ROLES = ["unit-submit", "province-op"] as const;
export type Role = (typeof ROLES)[number];
type SignerRole = Role | "root";

const SIGNED_BY: Readonly<Record<Kind, SignerRole>> = {
  submission: "unit-submit",
  enrolment: "unit-submit",
  receipt: "province-op",
  return: "province-op",
  programme: "province-op",
  trustlist: "root",
};

/** The role a key needs to sign a kind. */
export function roleFor(kind: Kind): SignerRole {
  return SIGNED_BY[kind];
}

/**
 * Kinds that may be addressed to everybody (`["*"]`). bundle.md §2.4 names trustlist and programme; enrolment is
 * added because an office registers its key before it holds the list that would tell it the province's id, and
 * an enrolment is never trusted without its paper.
 */
export const OPEN_AUDIENCE_KINDS: readonly Kind[] = ["trustlist", "programme", "enrolment"];

const PAYLOAD_TYPE = /^application\/vnd\.socongdoan\.([a-z]{1,32})\.v([1-9][0-9]{0,3})\+json$/;

export function payloadTypeOf(kind: Kind): string {
  return `application/vnd.socongdoan.${kind}.v1+json`;
}

/** Kind and version a payload type names, `kind` undefined when it is none of ours; undefined when it is no payload type. */
export function readPayloadType(
  text: string,
): { readonly kind: Kind | undefined; readonly version: number } | undefined {
  const match = PAYLOAD_TYPE.exec(text);
  if (!match) return undefined;
  return { kind: KINDS.find((kind) => kind === match[1]), version: Number(match[2]) };
}
