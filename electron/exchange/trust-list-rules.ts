// When a newer trust list is taken (bundle.md §2.7, from the rules of TUF).
import { canonicalText } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import type { RootSet, TrustList } from "./trust-list-schema.ts";

/** The list an office holds, as far as these rules need it. */
export interface HeldTrust {
  readonly version: number;
  /** Identity of the bundle that carried it. */
  readonly digest: string;
}

/**
 * Whether a list may follow the one held. The same list again is allowed: it changes nothing.
 * @throws {ExchangeError} E_TL_ROLLBACK for an older version; E_TL_FORK for another list of the same version, or
 *   a next version that does not follow the one held
 */
export function checkListVersion(list: TrustList, digest: string, held: HeldTrust | null): void {
  if (held === null) return;
  if (list.version < held.version) throw new ExchangeError("E_TL_ROLLBACK", `version ${list.version}`);
  if (list.version === held.version && digest !== held.digest) throw new ExchangeError("E_TL_FORK");
  if (list.version === held.version + 1 && list.prev_sha256 !== held.digest) {
    throw new ExchangeError("E_TL_FORK", "prev_sha256");
  }
}

/**
 * Whether the root set of a list may follow the root set held.
 *
 * One step at most. A client several roots behind walks the lists the province ships as `roots/<n>.goi` one by
 * one, calling this with each list's root as the next `held`.
 *
 * @param countSigned how many keys of a root set signed this list, over the same bytes
 * @throws {ExchangeError} E_TL_ROLLBACK for an older root; E_TL_ROOT_THRESHOLD when the new root did not sign for
 *   itself, when it skips a version, or when it changed without a new version
 */
export function checkRootStep(next: RootSet, held: RootSet, countSigned: (root: RootSet) => number): void {
  if (next.version < held.version) throw new ExchangeError("E_TL_ROLLBACK", `root ${next.version}`);
  if (next.version > held.version + 1) throw new ExchangeError("E_TL_ROOT_THRESHOLD", "root version skipped");
  if (next.version === held.version) {
    if (canonicalText(next) !== canonicalText(held)) {
      throw new ExchangeError("E_TL_ROOT_THRESHOLD", "root changed without a new version");
    }
    return;
  }
  if (countSigned(next) < next.threshold) throw new ExchangeError("E_TL_ROOT_THRESHOLD");
}
