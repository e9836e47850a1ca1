/** A district that no test is about. */
export const DISTRICT = {
  code: "LDLD-B",
  name: "LĐLĐ huyện B",
  kind: "districtFederation",
  parentCode: "LDLD-A",
  parentName: "LĐLĐ tỉnh A",
} as const;
