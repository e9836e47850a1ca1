import { expect, it } from "vitest";
import { draftOfOffice, missingOf, withNames } from "./office-draft.ts";

const DISTRICT = draftOfOffice({
  name: "LĐLĐ huyện B",
  kind: "districtFederation",
  parent: { code: "LDLD-A", name: "LĐLĐ tỉnh A" },
  letterhead: {
    superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH A",
    issuerLine: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B",
    symbolSuffix: "LĐLĐ",
    placeName: "Thị trấn B",
    address: "1 Nguyễn Huệ",
    phone: "",
  },
  isLetterheadRecorded: true,
  lastChangeOn: "2020-01-01",
  history: [],
});

it("lines that follow from the names follow them, a line somebody wrote stays", () => {
  const after = withNames(DISTRICT, { name: "Công đoàn xã B1", kind: "communeUnion" });
  expect(after.letterhead).toEqual({
    ...DISTRICT.letterhead,
    issuerLine: "CÔNG ĐOÀN XÃ B1",
    symbolSuffix: "CĐX",
  });
});

it("a superior needs a name beside its code", () => {
  expect([...missingOf(DISTRICT)]).toEqual([]);
  expect([...missingOf({ ...DISTRICT, parentName: " " })]).toEqual(["parentName"]);
  expect([...missingOf({ ...DISTRICT, parentName: "", parentCode: "" })]).toEqual([]);
  expect([...missingOf({ ...DISTRICT, name: "" })]).toEqual(["name"]);
});
