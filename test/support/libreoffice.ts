// Fills workbooks with LibreOffice Calc as a person there would, in one run without a window: a macro of an own profile
// reads a list of cells, sets them and saves each workbook again in Excel's format.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const DEBIAN_PROGRAMS = "/usr/lib/libreoffice/program";

export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
/** For the name of a test, so that a skipped one says why. */
export const withoutLibreOffice = hasLibreOffice ? "" : " (skipped: LibreOffice is not installed)";

/** Writer has no command of its own. Where it cannot be looked for, it is taken to be there. */
export const hasWriter =
  hasLibreOffice && (!existsSync(DEBIAN_PROGRAMS) || existsSync(join(DEBIAN_PROGRAMS, "libswlo.so")));
export const withoutWriter = hasWriter ? "" : " (skipped: LibreOffice Writer is not installed)";

export interface CalcJob {
  readonly from: string;
  readonly to: string;
  /** Cells of the first sheet; a number is typed as a number, a string as text. */
  readonly cells: readonly (readonly [address: string, value: string | number])[];
}

const MACRO = `Sub FillAll(sListUrl As String)
  Dim oFiles, oStream, oDoc, oSheet, sRow, aParts
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  Dim aFilter(0) As New com.sun.star.beans.PropertyValue
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  aFilter(0).Name = "FilterName"
  aFilter(0).Value = "Calc MS Excel 2007 XML"
  oFiles = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  oStream = createUnoService("com.sun.star.io.TextInputStream")
  oStream.setInputStream(oFiles.openFileRead(sListUrl))
  oStream.setEncoding("UTF-8")
  Do While Not oStream.isEOF()
    sRow = oStream.readLine()
    aParts = Split(sRow, Chr(9))
    If UBound(aParts) >= 1 Then
      Select Case aParts(0)
        Case "open"
          oDoc = StarDesktop.loadComponentFromURL(aParts(1), "_blank", 0, aHidden())
          oSheet = oDoc.Sheets.getByIndex(0)
        Case "number"
          oSheet.getCellRangeByName(aParts(1)).setValue(CDbl(aParts(2)))
        Case "text"
          oSheet.getCellRangeByName(aParts(1)).setString(aParts(2))
        Case "save"
          oDoc.storeToURL(aParts(1), aFilter())
          oDoc.close(True)
      End Select
    End If
  Loop
  oStream.closeInput()
End Sub
`;

const library = (kind: string, element: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${element}</library:library>
<!-- ${kind} -->`;

/** @param folder an empty one for the profile and the list @returns what the run printed, for a failure's message */
export function fillWithCalc(folder: string, jobs: readonly CalcJob[], timeoutMs: number): string {
  const profile = join(folder, "profile");
  const standard = join(profile, "user", "basic", "Standard");
  const office = (...words: readonly string[]) =>
    spawnSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--norestore",
        "--nologo",
        ...words,
      ],
      { encoding: "utf8", timeout: timeoutMs },
    );
  // The first start of a profile runs no macro.
  office("--terminate_after_init");
  mkdirSync(standard, { recursive: true });
  writeFileSync(
    join(standard, "Module1.xba"),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escapeXml(MACRO)}</script:module>`,
  );
  writeFileSync(join(standard, "script.xlb"), library("script", '<library:element library:name="Module1"/>'));
  writeFileSync(join(standard, "dialog.xlb"), library("dialog", ""));
  const list = join(folder, "list.txt");
  const lines = jobs.flatMap(({ from, to, cells }) => [
    `open\t${pathToFileURL(from).href}`,
    ...cells.map(
      ([address, value]) => `${typeof value === "number" ? "number" : "text"}\t${address}\t${value}`,
    ),
    `save\t${pathToFileURL(to).href}`,
  ]);
  // The stream says that it is at its end one line early.
  writeFileSync(list, `${[...lines, "end", ""].join("\n")}\n`);
  const { stdout, stderr, error } = office(
    `macro:///Standard.Module1.FillAll("${pathToFileURL(list).href}")`,
  );
  return `${stdout}${stderr}${error?.message ?? ""}`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
