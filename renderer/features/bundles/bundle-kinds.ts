const BUNDLE_KINDS = ["submission", "receipt", "return", "programme", "trustlist", "enrolment"] as const;

export function kindOf(kind: string): (typeof BUNDLE_KINDS)[number] {
  return BUNDLE_KINDS.find((candidate) => candidate === kind) ?? "submission";
}
