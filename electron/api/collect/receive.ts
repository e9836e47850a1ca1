// Reads a file that came back and believes of it what can be proved.
import { formByCode } from "../../../shared/catalogue/forms.ts";
import type { CollectFault } from "../../../shared/contract/collect.ts";
import { parsePeriod, RHYTHMS } from "../../../shared/domain/period.ts";
import type { SheetReader } from "../../files/read-xlsx.ts";
import { readTemplate } from "../../files/templates/read-template.ts";
import { TEMPLATE_VERSION, type TemplateIdentity } from "../../files/templates/template.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import type { Expected, KeptFile } from "./collection.ts";
import { isGenuine } from "./fingerprint.ts";
import { elementLookup } from "./template-data.ts";

const lookup = elementLookup(({ form }) => {
  const rhythm = RHYTHMS.find((candidate) => candidate === form);
  return rhythm && formByCode(rhythm);
});

export async function receiveFile(
  reader: SheetReader,
  workspace: Workspace,
  office: OfficeRecord,
  expect: Expected | null,
  file: { readonly id: number; readonly fileName: string; readonly path: string },
): Promise<KeptFile> {
  const { id, fileName, path } = file;
  const reading = await readTemplate(reader, path, lookup);
  const { sha256 } = reading;
  if (!reading.ok)
    return { id, fileName, sha256, fault: { code: reading.code, detail: reading.detail }, contents: null };
  const { contents } = reading;
  const fault = faultOf(workspace, office, expect, contents.stated.identity, contents.stated.fingerprint);
  return { id, fileName, sha256, fault, contents: fault ? null : contents };
}

function faultOf(
  workspace: Workspace,
  office: OfficeRecord,
  expect: Expected | null,
  identity: TemplateIdentity,
  fingerprint: string,
): CollectFault | null {
  if (identity.version > TEMPLATE_VERSION)
    return { code: "TEMPLATE_NEWER", detail: String(identity.version) };
  if (identity.office !== office.uid) return { code: "OTHER_OFFICE", detail: "" };
  if (!isGenuine(workspace, identity, fingerprint)) return { code: "IDENTITY_EDITED", detail: "" };
  const period = parsePeriod(identity.period);
  if (!period || period.rhythm !== identity.form) return { code: "IDENTITY_EDITED", detail: "" };
  if (expect && identity.form !== expect.form) return { code: "WRONG_FORM", detail: identity.period };
  if (expect && identity.period !== expect.period) return { code: "WRONG_PERIOD", detail: identity.period };
  return null;
}
