import { normaliseText } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { insertPerson, listPeople, setSetting } from "../database/queries/settings.ts";
import { createOffice } from "./create-office.ts";
import { fillDemo } from "./demo/fill-demo.ts";
import { doctor } from "./doctor/doctor.ts";
import { api, requireOffice } from "./implementation.ts";
import { details, folder, setDetails, updatePerson } from "./office-details.ts";
import { officeStatus } from "./office-view.ts";
import { workItems } from "./work-items.ts";

export const officeRouter = {
  status: api.office.status.handler(({ context: { workspace } }) => officeStatus(workspace)),

  create: api.office.create.handler(({ input, context: { workspace }, errors }) => {
    if (workspace.office) throw errors.OFFICE_EXISTS({ data: { name: workspace.office.name } });
    createOffice(workspace, input);
    return officeStatus(workspace);
  }),

  createDemo: api.office.createDemo.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    if (workspace.office) throw errors.OFFICE_EXISTS({ data: { name: workspace.office.name } });
    yield* fillDemo(workspace, input, signal);
    return officeStatus(workspace);
  }),

  addPerson: api.office.addPerson.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      const name = normaliseText(input.name);
      const id = insertPerson(
        workspace.db,
        name,
        normaliseText(input.title ?? ""),
        input.roles,
        workspace.now(),
      );
      if (workspace.act().personId === null) setSetting(workspace.db, "currentPerson", id);
      appendAudit(workspace.db, workspace.act(), "person.add", name, { roles: input.roles });
    });
    return officeStatus(workspace);
  }),

  setCurrentPerson: api.office.setCurrentPerson.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      if (!listPeople(workspace.db).some(({ id }) => id === input.personId)) throw errors.PERSON_UNKNOWN();
      setSetting(workspace.db, "currentPerson", input.personId);
      appendAudit(workspace.db, workspace.act(), "person.onDuty", String(input.personId), {});
    });
    return officeStatus(workspace);
  }),

  setParameters: api.office.setParameters.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      setSetting(workspace.db, "largeWorkforceThreshold", input.largeWorkforceThreshold);
      appendAudit(workspace.db, workspace.act(), "office.parameters", "largeWorkforceThreshold", input);
    });
    return officeStatus(workspace);
  }),

  setLanguage: api.office.setLanguage.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      setSetting(workspace.db, "language", input.language);
      appendAudit(workspace.db, workspace.act(), "office.language", "language", input);
    });
    return officeStatus(workspace);
  }),

  today: api.office.today.handler(({ context: { workspace } }) =>
    workItems(workspace, requireOffice(workspace)),
  ),

  doctor,
  details,
  setDetails,
  folder,
  updatePerson,
};
