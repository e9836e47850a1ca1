import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { IncidentListView, IncidentOutcome, IncidentView } from "../../../shared/contract/incidents.ts";
import { INCIDENT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { parsePeriod } from "../../../shared/domain/period.ts";
import { listPeriodOf } from "../../../shared/domain/unit-incident.ts";
import { api } from "../../api/api.ts";
import { subscribeWritten } from "../../api/written-cells.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printPeriod } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";
import { IncidentForm } from "./IncidentForm.tsx";
import { IncidentItem } from "./IncidentItem.tsx";
import { ListCounts } from "./ListCounts.tsx";
import { useIncidentActs } from "./use-incident-acts.ts";
import "./incidents.css";

interface IncidentsPanelProps {
  readonly unit: string;
  /** Code of the period; null = every year. */
  readonly period: string | null;
  readonly onClose: () => void;
}

/** The incidents of one union in a period, and what the form counts of them; or its history over the years. */
export function IncidentsPanel({ unit, period, onClose }: IncidentsPanelProps) {
  const t = useText();
  const label = useLabel();
  const span = period === null ? null : (parsePeriod(period) ?? null);
  const sheet = useQuery({
    ...api.incidents.open.queryOptions({ input: { unit, period: span?.code ?? null } }),
    staleTime: 0,
  });
  const acts = useIncidentActs(unit);
  const [edited, setEdited] = useState<IncidentView | "new" | null>(null);
  const [removed, setRemoved] = useState<IncidentView | null>(null);
  /** Counts how often the focus goes back to the button: what had it is gone from the panel. */
  const [returns, setReturns] = useState(0);
  const { refetch } = sheet;
  // An undo in the sheet beside may have taken an incident back.
  useEffect(() => subscribeWritten(() => void refetch()), [refetch]);

  const countsWords = ({ written }: IncidentOutcome) =>
    written.length === 0
      ? t("incidents.countsSame")
      : t("incidents.countsWritten", { number: written.length });
  const closeForm = () => {
    acts.save.reset();
    setEdited(null);
    setReturns(returns + 1);
  };

  const { data } = sheet;
  const lockedLists = new Set(
    data?.lists.filter((list) => list.lockedReason !== null).map((list) => list.period),
  );
  const isLocked = (incident: IncidentView) =>
    lockedLists.has(listPeriodOf(incident.kind, incident.occurredOn).code);
  const kinds =
    data?.kinds.filter((kind) => {
      const lists = data.lists.filter((list) => list.kinds.includes(kind));
      return lists.length === 0 || lists.some((list) => list.lockedReason === null);
    }) ?? [];
  return (
    <SidePanel title={t(span === null ? "incidents.history" : "incidents.title")} onClose={onClose}>
      {sheet.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={sheet.error} />
      {data && (
        <>
          <p>
            {span !== null && <strong>{printPeriod(span.code, t)} · </strong>}
            {data.unit.code} · {data.unit.name}
          </p>
          {edited !== null ? (
            <IncidentForm
              incident={edited === "new" ? null : edited}
              kinds={edited === "new" ? kinds : data.kinds}
              incidents={data.incidents}
              period={span}
              isPending={acts.save.isPending}
              error={acts.save.error}
              onSave={(incident) =>
                acts.save.mutate(
                  { stored: edited === "new" ? null : edited, incident },
                  {
                    onSuccess(outcome) {
                      setRemoved(null);
                      showToast(t("incidents.saved", { counts: countsWords(outcome) }));
                      closeForm();
                    },
                  },
                )
              }
              onCancel={closeForm}
            />
          ) : (
            <>
              {kinds.length > 0 && (
                <Button
                  key={returns}
                  autoFocus={returns > 0}
                  variant="primary"
                  onPress={() => setEdited("new")}
                >
                  {t("incidents.add")}
                </Button>
              )}
              {removed && (
                <Callout
                  tone="info"
                  action={
                    <Button
                      autoFocus
                      isPending={acts.restore.isPending}
                      onPress={() =>
                        acts.restore.mutate(removed, {
                          onSuccess() {
                            setRemoved(null);
                            showToast(t("incidents.restored"));
                            setReturns(returns + 1);
                          },
                        })
                      }
                    >
                      {t("incidents.restore")}
                    </Button>
                  }
                >
                  {t("incidents.removed", {
                    kind: label(INCIDENT_KIND_LABELS[removed.kind]).toLowerCase(),
                    date: printDate(removed.occurredOn),
                  })}
                </Callout>
              )}
              <ErrorCallout
                error={
                  acts.remove.error ?? acts.restore.error ?? acts.setComplete.error ?? acts.takeCounts.error
                }
              />
              {data.incidents.length === 0 ? (
                <EmptyState title={t("incidents.empty.title")}>
                  {data.kinds.length === 0
                    ? t("incidents.empty.notAsked")
                    : t(span === null ? "incidents.empty.historyLead" : "incidents.empty.lead")}
                </EmptyState>
              ) : (
                byYear(data.incidents, span !== null).map(({ year, incidents }) => (
                  <div key={year ?? ""}>
                    {year !== null && <h3>{t("incidents.yearTotal", { year, number: incidents.length })}</h3>}
                    <ul className="incident-list">
                      {incidents.map((incident) => (
                        <IncidentItem
                          key={incident.uid}
                          incident={incident}
                          isLocked={isLocked(incident)}
                          onEdit={() => setEdited(incident)}
                          onRemove={() =>
                            acts.remove.mutate(incident, { onSuccess: () => setRemoved(incident) })
                          }
                        />
                      ))}
                    </ul>
                  </div>
                ))
              )}
              {data.lists.filter(isShown(data.lists.length)).map((list) => (
                <ListCounts
                  key={list.period}
                  list={list}
                  hasIncidents={data.incidents.some(
                    ({ kind, occurredOn }) => listPeriodOf(kind, occurredOn).code === list.period,
                  )}
                  isPending={acts.takeCounts.isPending}
                  onComplete={(isComplete) => {
                    // Not disabled meanwhile, which would take the focus from whoever works with the keyboard.
                    if (!acts.setComplete.isPending)
                      acts.setComplete.mutate({ period: list.period, isComplete });
                  }}
                  onTakeCounts={() => acts.takeCounts.mutate(list.period)}
                />
              ))}
            </>
          )}
        </>
      )}
    </SidePanel>
  );
}

/** Of the many lists of a long period only those that say something. */
function isShown(count: number): (list: IncidentListView) => boolean {
  return (list) => count <= 4 || list.isComplete || list.counts.some(({ counted }) => counted !== null);
}

/** Years with their incidents, latest first; one group without a year inside a period. */
function byYear(incidents: readonly IncidentView[], isOnePeriod: boolean) {
  if (isOnePeriod) return [{ year: null, incidents }];
  return [...Map.groupBy(incidents, ({ occurredOn }) => occurredOn.slice(0, 4))].map(([year, own]) => ({
    year,
    incidents: own,
  }));
}
