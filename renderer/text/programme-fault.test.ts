import { t, use as withPlugin } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { PROGRAMME_FAULTS } from "../../shared/catalogue/programme-faults.ts";
import { parseProgramme, ProgrammeSchema } from "../../shared/catalogue/programme-schema.ts";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { en } from "./en.ts";
import { faultPlace, faultSentence } from "./programme-fault.ts";
import { vi } from "./vi.ts";
import { VALUE_PRINTER } from "./print-values.ts";
import { TEXT_OPTIONS } from "./text-options.ts";

beforeAll(async () => {
  await withPlugin(VALUE_PRINTER).init({ lng: "vi", ...TEXT_OPTIONS });
});

describe.each([
  ["vi", vi],
  ["en", en],
] as const)("in %s", (_, words) => {
  it("has one sentence with advice for every fault of a programme, and no other", () => {
    expect(Object.keys(words.programmeFaults).sort()).toEqual([...PROGRAMME_FAULTS, "OTHER"].sort());
    for (const code of PROGRAMME_FAULTS)
      expect(words.programmeFaults[code].match(/[.;]/g)?.length ?? 0, code).toBeGreaterThanOrEqual(1);
  });

  it("has a word for every field of the file", () => {
    const keys = new Set<string>();
    collectKeys(z.toJSONSchema(ProgrammeSchema, { unrepresentable: "any" }), keys);
    expect(keys.size).toBeGreaterThan(70);
    expect(Object.keys(words.programmeFields).sort()).toEqual([...keys].sort());
  });
});

/** Faults of a programme of the sources in which one thing is changed. */
function faultsOf(change: (programme: Record<string, unknown>) => void) {
  const programme = structuredClone(PROGRAMMES.find(({ code }) => code === "BT-2024")) as unknown as Record<
    string,
    unknown
  >;
  change(programme);
  const reading = parseProgramme(programme);
  return reading.ok
    ? []
    : reading.faults.map((fault) => `${faultPlace(fault, t)}: ${faultSentence(fault, t)}`);
}

const targetOf = (programme: Record<string, unknown>, index: number): Record<string, unknown> =>
  (programme["targets"] as Record<string, unknown>[])[index] ?? {};

describe("a fault in a real programme is told with its target and its field", () => {
  it("passes unchanged", () => {
    expect(faultsOf(() => undefined)).toEqual([]);
  });

  it("of shape", () => {
    expect(
      faultsOf((programme) => {
        programme["issuedOn"] = "31/12/2024";
      }),
    ).toEqual(["ngày ban hành: Không phải ngày. Viết năm-tháng-ngày, ví dụ 2024-05-31."]);
    expect(
      faultsOf((programme) => {
        delete programme["issuer"];
      }),
    ).toEqual([
      "nơi ban hành: Còn thiếu hoặc để trống. Điền mục này; chỗ nào không có thì ghi null nếu mẫu cho phép.",
    ]);
    const id = PROGRAMMES.find(({ code }) => code === "BT-2024")?.targets[1]?.id;
    expect(
      faultsOf((programme) => {
        targetOf(programme, 1)["value"] = { scale: "phần trăm", amount: 1 };
      }),
    ).toEqual([
      `Chỉ tiêu ${id} › mức › thang đo: Không phải giá trị được nhận. Chọn một trong: percent, count, mean.`,
    ]);
    expect(
      faultsOf((programme) => {
        targetOf(programme, 1)["id"] = 7;
      })[0],
    ).toBe("Chỉ tiêu thứ 2 › mã: Ghi sai kiểu; phải là chữ.");
    expect(
      faultsOf((programme) => {
        targetOf(programme, 1)["mức_đạt"] = 7;
      }),
    ).toEqual([`Chỉ tiêu ${id}: Có mục không thuộc mẫu: mức_đạt. Xóa mục ấy hoặc sửa tên cho đúng.`]);
    expect(
      faultsOf((programme) => {
        (programme["legalBases"] as Record<string, unknown>[])[0] = {
          symbol: null,
          date: null,
          issuer: "",
          subject: "",
        };
      }),
    ).toEqual([
      "căn cứ thứ 1 › trích yếu: Còn thiếu hoặc để trống. Điền mục này; chỗ nào không có thì ghi null nếu mẫu cho phép.",
    ]);
  });

  it("of figures against each other", () => {
    expect(
      faultsOf((programme) => {
        programme["term"] = { from: 2025, to: 2024 };
      }),
    ).toEqual(["giai đoạn: Năm kết thúc sớm hơn năm bắt đầu. Đổi lại hai năm."]);
    const [first, second] = PROGRAMMES.find(({ code }) => code === "BT-2024")?.targets ?? [];
    expect(
      faultsOf((programme) => {
        targetOf(programme, 1)["id"] = first?.id;
      })[0],
    ).toBe(`danh sách chỉ tiêu: Có hai chỉ tiêu cùng mã: ${first?.id}. Mỗi chỉ tiêu một mã riêng.`);
    expect(
      faultsOf((programme) => {
        targetOf(programme, 1)["ofWhich"] = "KHONG-CO";
      }),
    ).toEqual([
      `Chỉ tiêu ${second?.id}: Ghi là một phần của chỉ tiêu “KHONG-CO”, nhưng không có chỉ tiêu ấy. Sửa mã ở mục “trong đó”.`,
    ]);
  });
});

function collectKeys(schema: unknown, keys: Set<string>): void {
  if (typeof schema !== "object" || schema === null) return;
  if ("properties" in schema && typeof schema.properties === "object" && schema.properties !== null)
    for (const key of Object.keys(schema.properties)) keys.add(key);
  for (const part of Object.values(schema)) collectKeys(part, keys);
}
