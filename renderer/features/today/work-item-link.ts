// Where each line of the work list is cleared: exactly one place.
import type { LinkProps } from "@tanstack/react-router";
import type { WorkItem } from "../../../shared/contract/office.ts";

export type ItemLink = Pick<LinkProps, "to" | "params" | "search">;

export function linkOf(item: WorkItem, isReceiver: boolean): ItemLink {
  const at = item.form !== null && item.period !== null ? { form: item.form, period: item.period } : null;
  switch (item.kind) {
    case "due":
    case "late":
      return at ? { to: "/entry/$form/$period", params: at } : { to: "/entry" };
    case "approve":
    case "submit":
    case "awaitingReceipt":
    case "returned":
      return at ? { to: "/bundles/$form/$period", params: at } : { to: "/bundles" };
    case "inbox":
      return { to: "/bundles" };
    case "noKey":
      return { to: "/settings/{-$section}", params: { section: "key" } };
    case "noTrust":
      return isReceiver ? { to: "/settings/{-$section}", params: { section: "trust" } } : { to: "/bundles" };
    case "noUnits":
      return { to: "/register/import", search: { kind: "units" } };
    case "noProgramme":
      return { to: "/programmes" };
  }
}
