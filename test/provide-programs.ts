// For tests: the programs of other makers that read what we write, and write what we read. On Debian as root those that
// are missing are installed, in one go; elsewhere one line names them, and the tests that need them say that they are
// skipped.
import { spawnSync } from "node:child_process";
import { installPackages, mayInstallPackages } from "../build/debian-packages.ts";
import { hasLibreOffice, hasWriter } from "./support/libreoffice.ts";

interface Program {
  readonly name: string;
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const runs = (command: string, ...words: readonly string[]) =>
  spawnSync(command, words, { stdio: "ignore" }).status === 0;

const PROGRAMS: readonly Program[] = [
  { name: "openssl", packages: ["openssl"], isThere: () => runs("openssl", "version") },
  { name: "zip", packages: ["zip"], isThere: () => runs("zip", "-v") },
  { name: "unzip", packages: ["unzip"], isThere: () => runs("unzip", "-v") },
  { name: "python3", packages: ["python3"], isThere: () => runs("python3", "--version") },
  {
    name: "python3 cryptography",
    packages: ["python3-cryptography"],
    isThere: () => runs("python3", "-c", "import cryptography"),
  },
  { name: "pdftotext", packages: ["poppler-utils"], isThere: () => runs("pdftotext", "-v") },
  {
    // The fonts stand in for Times New Roman and Arial, width by width.
    name: "LibreOffice Calc",
    packages: ["libreoffice-calc-nogui", "fonts-liberation"],
    isThere: () => hasLibreOffice,
  },
  {
    name: "LibreOffice Writer",
    packages: ["libreoffice-writer-nogui"],
    isThere: () => hasWriter,
  },
];

/** Says in one line what is missing and cannot be installed. */
export function providePrograms(): void {
  const missing = PROGRAMS.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  if (mayInstallPackages()) {
    console.error(`Đang cài cho kiểm thử: ${names}…`);
    if (installPackages(missing.flatMap(({ packages }) => packages))) return;
  }
  console.error(`Chưa có ${names}: các kiểm thử cần đến sẽ được bỏ qua và nói rõ như vậy.`);
}
