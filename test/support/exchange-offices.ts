// A province and its districts, made at the command line as their people would: each with a key, each with the province's list.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandJson, initOffice } from "./command-line.ts";

const PROVINCE = "LDLD-A";

/** Every office lies in a folder of its code; the list is left beside them as `trust.goi`. */
export function makeExchange(folder: string, districts: readonly string[]): void {
  const of = (code: string) => ["--data", join(folder, code)];
  const [enrolment, list] = [join(folder, "e.goi"), join(folder, "trust.goi")];
  init(folder, PROVINCE, "provincialFederation", "TLD");
  commandJson("keys", "create", ...of(PROVINCE));
  const { rootFingerprint } = commandJson<{ rootFingerprint: string }>("trust", "create", ...of(PROVINCE));
  for (const code of districts) {
    init(folder, code, "districtFederation", PROVINCE);
    commandJson("keys", "create", ...of(code));
    const { keyid } = commandJson<{ keyid: string }>("keys", "enrol", "--out", enrolment, ...of(code));
    commandJson("trust", "add", enrolment, "--keyid", keyid, ...of(PROVINCE));
  }
  commandJson("trust", "export", "--out", list, ...of(PROVINCE));
  for (const code of districts)
    commandJson("trust", "import", list, "--root-fingerprint", rootFingerprint, ...of(code));
}

function init(folder: string, code: string, kind: string, parentCode: string): void {
  const names = { name: `LĐLĐ ${code}`, parentName: `LĐLĐ ${parentCode}` };
  initOffice(join(folder, code), { code, kind, parentCode, ...names });
}

/** Unions of private enterprises, all since 2015. */
export function importUnions(
  folder: string,
  district: string,
  unions: readonly string[],
  workforce: number,
): void {
  const file = join(folder, "so.csv");
  writeFileSync(
    file,
    [
      "code,name,kind,employer_type,workforce,parent_code,established_on,ended_on,tax_code,self_financing",
      ...unions.map(
        (code) =>
          `${code},CĐCS ${code},grassrootsUnion,privateEnterprise,${workforce},${district},01/02/2015,,,`,
      ),
    ].join("\n"),
  );
  commandJson("units", "import", file, "--data", join(folder, district));
}
