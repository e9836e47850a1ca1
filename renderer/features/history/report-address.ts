// How a frozen report is addressed: by the digest of its bundle, or, while it is only approved, by its period.
import type { FrozenReport } from "../../../shared/contract/history.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";

export function addressOf({ digest, period }: FrozenReport): string {
  return digest ?? period;
}

/** What an address asks for; undefined when it is neither. */
export function askedReport(address: string) {
  if (/^[0-9a-f]{64}$/.test(address)) return { digest: address };
  const period = parsePeriod(address);
  return period && { form: period.rhythm, period: period.code };
}
