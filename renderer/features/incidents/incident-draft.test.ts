import { expect, it } from "vitest";
import type { IncidentView } from "../../../shared/contract/incidents.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { blankDraft, dayFault, draftOf, incidentOf, sameDayIncident } from "./incident-draft.ts";

const stored: IncidentView = {
  uid: "one",
  unitUid: "unit",
  unitCode: "CD-1",
  unitName: "Công đoàn cơ sở 1",
  revision: 1,
  recordedAt: "2024-03-13T00:00:00Z",
  author: null,
  kind: "workStoppage",
  occurredOn: "2024-03-12",
  resolvedOn: null,
  place: "Xưởng 2",
  participants: 300,
  withUnion: true,
  deaths: null,
  injured: null,
  note: "",
};

it("is sent only with a kind and a day", () => {
  const blank = blankDraft(["collectiveDispute", "workStoppage", "strike", "workAccident"]);
  expect(incidentOf(blank)).toBeUndefined();
  expect(incidentOf({ ...blank, kind: "strike" })).toBeUndefined();
  expect(incidentOf({ ...blank, kind: "strike", occurredOn: "2024-03-12" })).toMatchObject({
    kind: "strike",
    participants: null,
  });
  expect(blankDraft(["workAccident"]).kind).toBe("workAccident");
});

it("leaves out what another kind was asked", () => {
  const draft = draftOf(stored);
  expect(incidentOf(draft)).toEqual({
    kind: "workStoppage",
    occurredOn: "2024-03-12",
    resolvedOn: null,
    place: "Xưởng 2",
    participants: 300,
    withUnion: true,
    deaths: null,
    injured: null,
    note: "",
  });
  expect(incidentOf({ ...draft, kind: "workAccident", deaths: 0, injured: 2 })).toMatchObject({
    participants: null,
    withUnion: false,
    deaths: 0,
    injured: 2,
  });
  expect(incidentOf({ ...draft, deaths: 4, injured: 4 })).toMatchObject({ deaths: null, injured: null });
});

it.each([
  { occurredOn: null, fault: "required" },
  { occurredOn: "2024-02-29", fault: "outside" },
  { occurredOn: "2024-03-01", fault: null },
  { occurredOn: "2024-03-31", fault: null },
  { occurredOn: "2024-04-01", fault: "outside" },
])("in March the day $occurredOn is $fault", ({ occurredOn, fault }) => {
  expect(dayFault({ ...draftOf(stored), occurredOn }, periodOf("2024-M03"))).toBe(fault);
});

it("a dispute on the day of a stoppage may be the same incident; an accident is not", () => {
  const dispute = { ...draftOf(stored), kind: "collectiveDispute" as const };
  expect(sameDayIncident(dispute, [stored], null)?.uid).toBe("one");
  expect(sameDayIncident(dispute, [stored], "one")).toBeUndefined();
  expect(sameDayIncident({ ...dispute, occurredOn: "2024-03-13" }, [stored], null)).toBeUndefined();
  expect(sameDayIncident(draftOf(stored), [stored], null)).toBeUndefined();
  expect(sameDayIncident({ ...dispute, kind: "workAccident" }, [stored], null)).toBeUndefined();
});
