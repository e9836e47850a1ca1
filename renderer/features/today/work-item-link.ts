// Where each line of the work list is cleared: exactly one place.
import type { LinkProps } from "@tanstack/react-router";
import type { WorkItem } from "../../../shared/contract/office.ts";

type ItemLink = Pick<LinkProps, "to" | "params" | "search">;

export function linkOf(item: WorkItem, isReceiver: boolean): ItemLink {
  return LINKS[item.kind](item, isReceiver);
}

type LinkMaker = (item: WorkItem, isReceiver: boolean) => ItemLink;

const toEntry: LinkMaker = ({ form, period }) =>
  form !== null && period !== null
    ? { to: "/entry/$form/$period", params: { form, period } }
    : { to: "/entry" };
const toReport: LinkMaker = ({ form, period }) =>
  form !== null && period !== null
    ? { to: "/bundles/$form/$period", params: { form, period } }
    : { to: "/bundles" };
/** Where one of the earlier reports is cleared. */
export function linkToReport({ form, period, state }: WorkItem["earlier"][number]): ItemLink {
  return state === "open"
    ? { to: "/entry/$form/$period", params: { form, period } }
    : { to: "/bundles/$form/$period", params: { form, period } };
}

const toSettings = (section: string): ItemLink => ({ to: "/settings/{-$section}", params: { section } });

const LINKS: Readonly<Record<WorkItem["kind"], LinkMaker>> = {
  due: toEntry,
  late: toEntry,
  approve: toReport,
  submit: toReport,
  awaitingReceipt: toReport,
  returned: toReport,
  accepted: toReport,
  // One link for many reports: the oldest is done first.
  earlier: ({ earlier: [oldest] }) => (oldest ? linkToReport(oldest) : { to: "/bundles" }),
  reports: () => ({ to: "/desk" }),
  noKey: () => toSettings("key"),
  // The province makes the list; a sender takes it in where bundles arrive.
  noTrust: (_, isReceiver) => (isReceiver ? toSettings("trust") : { to: "/bundles" }),
  backup: () => toSettings("backup"),
  restored: () => toSettings("backup"),
  noUnits: () => ({ to: "/register/import", search: { kind: "units" } }),
  noProgramme: () => ({ to: "/programmes" }),
};
