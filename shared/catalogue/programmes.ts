// The five programmes of the sources (design.md §6).
import type { Programme } from "../domain/programme.ts";
import { AG_1979 } from "./programmes/ag-1979.ts";
import { BT_2024 } from "./programmes/bt-2024.ts";
import { HN_NQ02 } from "./programmes/hn-nq02.ts";
import { NA_2021 } from "./programmes/na-2021.ts";
import { TLD_2021 } from "./programmes/tld-2021.ts";

export const PROGRAMMES: readonly Programme[] = [TLD_2021, AG_1979, NA_2021, HN_NQ02, BT_2024];

export function findBuiltInProgramme(code: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.code === code);
}
