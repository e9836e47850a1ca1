import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { IncidentOutcome, IncidentView } from "../../../shared/contract/incidents.ts";
import type { UnitIncident } from "../../../shared/domain/unit-incident.ts";
import { api } from "../../api/api.ts";
import { tellWritten } from "../../api/written-cells.ts";

/** What can be done to the incidents of a unit; everything that shows their counts follows. */
export function useIncidentActs(unit: string) {
  const queries = useQueryClient();
  async function onSuccess(outcome: IncidentOutcome) {
    tellWritten(outcome.written, queries);
    // Not the form itself: an open sheet takes over the cells it was told of.
    const keys = [
      api.incidents.key(),
      api.entries.details.key(),
      api.entries.unitContext.key(),
      api.entries.overview.key(),
      api.evaluation.key(),
      api.office.today.key(),
    ];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }
  const save = useMutation({
    mutationFn: ({ stored, incident }: { stored: IncidentView | null; incident: UnitIncident }) =>
      stored === null
        ? api.incidents.create.call({ unit, ...incident })
        : api.incidents.update.call({ uid: stored.uid, expectedRevision: stored.revision, ...incident }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (incident: IncidentView) => api.incidents.remove.call({ uid: incident.uid }),
    onSuccess,
  });
  const restore = useMutation({
    mutationFn: (incident: IncidentView) => api.incidents.restore.call({ uid: incident.uid }),
    onSuccess,
  });
  const setComplete = useMutation({
    mutationFn: ({ period, isComplete }: { period: string; isComplete: boolean }) =>
      api.incidents.setComplete.call({ unit, period, isComplete }),
    onSuccess,
  });
  const takeCounts = useMutation({
    mutationFn: (period: string) => api.incidents.takeCounts.call({ unit, period }),
    onSuccess,
  });
  return { save, remove, restore, setComplete, takeCounts };
}
