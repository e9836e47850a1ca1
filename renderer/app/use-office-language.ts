import { useEffect } from "react";
import type { OfficeInfo } from "../../shared/contract/office.ts";
import { client } from "../api/api.ts";
import { chooseLanguage } from "../text/start-text.ts";
import { useLanguage } from "../text/use-text.ts";

/** The language the office was left in; one chosen before there was an office is kept with it. */
export function useOfficeLanguage(office: OfficeInfo | null): void {
  const current = useLanguage();
  const kept = office?.language ?? null;
  const hasOffice = office !== null;
  useEffect(() => {
    if (!hasOffice) return;
    if (kept === null && current === "en") void client.office.setLanguage({ language: current });
    else if (kept !== null && kept !== current) void chooseLanguage(kept);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once an office is there; what is chosen later is told to it then
  }, [hasOffice, kept]);
}
