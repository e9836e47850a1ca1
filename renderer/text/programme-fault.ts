// A fault of a programme file in words: where it lies and what to do about it.
import type { Translate } from "./use-text.ts";
import { vi } from "./vi.ts";

interface TransmittedFault {
  readonly path: string;
  readonly message: string;
  readonly item: string | null;
  readonly detail: string;
}

type FaultWord = keyof typeof vi.programmeFaults;
type FieldWord = keyof typeof vi.programmeFields;
type TypeWord = keyof typeof vi.programmeTypes;

const isFault = (code: string): code is FaultWord => Object.hasOwn(vi.programmeFaults, code);
const isField = (key: string): key is FieldWord => Object.hasOwn(vi.programmeFields, key);
const isType = (type: string): type is TypeWord => Object.hasOwn(vi.programmeTypes, type);

/** What is wrong and how to mend it. */
export function faultSentence({ message, detail }: TransmittedFault, t: Translate): string {
  const code = isFault(message) ? message : "OTHER";
  const words = code === "TYPE_WRONG" ? t(`programmeTypes.${isType(detail) ? detail : "OTHER"}`) : detail;
  return t(`programmeFaults.${code}`, { detail: words });
}

/** "targets.2.indicator.numerator" → "Chỉ tiêu T001-05 › công thức › tử số"; positions count from one. */
export function faultPlace({ path, item }: TransmittedFault, t: Translate): string {
  if (path === "") return t("programmePlaces.file");
  const keys = path.split(".");
  const words: string[] = [];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? "";
    const next = keys[index + 1] ?? "";
    const isNumbered = /^\d+$/.test(next);
    words.push(isNumbered ? numbered(key, Number(next) + 1, index === 0 ? item : null, t) : fieldOf(key, t));
    if (isNumbered) index += 1;
  }
  return words.join(" › ");
}

function numbered(key: string, position: number, item: string | null, t: Translate): string {
  if (key === "targets")
    return item === null
      ? t("programmePlaces.targetAt", { position })
      : t("programmePlaces.target", { item });
  if (key === "results")
    return item === null
      ? t("programmePlaces.resultAt", { position })
      : t("programmePlaces.result", { item });
  return t("programmePlaces.at", { field: fieldOf(key, t), position });
}

function fieldOf(key: string, t: Translate): string {
  return isField(key) ? t(`programmeFields.${key}`) : key;
}
