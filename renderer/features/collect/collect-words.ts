import type { CollectFault } from "../../../shared/contract/collect.ts";
import { printPeriod } from "../../text/print.ts";
import { fileReasonOf, lineReasonOf } from "../../text/reason-sentences.ts";
import type { Translate } from "../../text/use-text.ts";
import { vi } from "../../text/vi.ts";

/** Why a file is not taken. */
export function faultSentence({ code, detail }: CollectFault, t: Translate): string {
  return Object.hasOwn(vi.collect.fault, code)
    ? t(`collect.fault.${code as keyof typeof vi.collect.fault}`, { detail, period: printPeriod(detail, t) })
    : fileReasonOf(code, null, detail, t);
}

/** Why a cell is not taken. */
export function reasonSentence(code: string, shown: string, t: Translate): string {
  return Object.hasOwn(vi.collect.reason, code)
    ? t(`collect.reason.${code as keyof typeof vi.collect.reason}`)
    : lineReasonOf(code, shown, t);
}
