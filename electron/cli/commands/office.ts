import type { DoctorReport } from "../../../shared/contract/office.ts";
import { FORMS } from "../../../shared/catalogue/forms.ts";
import { OFFICE_KINDS } from "../../../shared/domain/org-unit.ts";
import { UsageError } from "../arguments.ts";
import type { Command } from "../command.ts";
import { finish, withOffice } from "../session.ts";

const CHECK_WORDS: Readonly<Record<DoctorReport["checks"][number]["name"], string>> = {
  integrity: "Tệp cơ sở dữ liệu nguyên vẹn",
  references: "Liên kết giữa các bảng",
  audit: "Chuỗi nhật ký",
  submissions: "Báo cáo đã đóng băng và gói đã nhận",
  settings: "Cài đặt",
  backups: "Bản sao lưu giữ trên máy",
};

export const officeCommands: readonly Command[] = [
  {
    name: "forms list",
    usage: "",
    options: {},
    async run(_args, output) {
      const forms = FORMS.map(({ code, label, cells }) => ({
        code,
        label,
        cells: cells.length,
        entered: cells.filter((cell) => cell.mode === "entered").length,
      }));
      output.result(
        forms,
        forms.map((form) => `${form.code}\t${form.label}\t${form.cells} ô`),
      );
      return 0;
    },
  },
  {
    name: "init",
    usage:
      "--code C --name N --kind districtFederation|communeUnion|provincialFederation --parent-code P --parent-name N",
    options: {
      code: "string",
      name: "string",
      kind: "string",
      "parent-code": "string",
      "parent-name": "string",
      person: "string",
    },
    async run(args, output) {
      const kind = OFFICE_KINDS.find((candidate) => candidate === args.required("kind"));
      if (!kind) throw new UsageError(`--kind phải là ${OFFICE_KINDS.join(", ")}`);
      const status = await withOffice(
        args.required("data"),
        ({ client }) =>
          client.office.create({
            code: args.required("code"),
            name: args.required("name"),
            kind,
            parentCode: args.values["parent-code"] ?? null,
            parentName: args.values["parent-name"] ?? null,
            personName: args.values["person"] ?? null,
          }),
        true,
      );
      output.result(status, [`Đã tạo ${status.office?.name ?? ""} (${status.office?.code ?? ""}).`]);
      return 0;
    },
  },
  {
    name: "demo",
    usage: "[--units 120] [--years 3] [--seed 1]",
    options: { units: "string", years: "string", seed: "string" },
    async run(args, output) {
      const status = await withOffice(
        args.required("data"),
        async ({ client }) =>
          finish(
            await client.office.createDemo({
              units: args.whole("units", 120),
              years: args.whole("years", 3),
              seed: args.whole("seed", 1),
            }),
          ),
        true,
      );
      output.result(status, [
        `Đã tạo đơn vị mẫu ${status.office?.name ?? ""}, năm làm việc ${status.office?.workingYear ?? ""}.`,
      ]);
      return 0;
    },
  },
  {
    name: "doctor",
    usage: "",
    options: {},
    async run(args, output) {
      const report = await withOffice(args.required("data"), ({ client }) => client.office.doctor());
      output.result(report, [
        ...report.checks.map(
          ({ ok, name, detail }) => `${ok ? "✓" : "✕"} ${CHECK_WORDS[name]}${ok ? "" : `: ${detail}`}`,
        ),
        report.lastBackupAt === null
          ? "Chưa có bản sao lưu nào được lưu thành tệp."
          : `Bản sao lưu gần nhất: ${report.lastBackupAt}`,
      ]);
      if (report.checks.some((check) => !check.ok))
        output.message(
          "Có phép kiểm tra không đạt. Không ghi thêm số liệu. Giữ nguyên thư mục dữ liệu và khôi phục từ bản sao lưu gần nhất.",
        );
      return report.checks.every((check) => check.ok) ? 0 : 7;
    },
  },
];
