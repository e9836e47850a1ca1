import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { EditUnit } from "./EditUnit.tsx";
import { EndUnit } from "./EndUnit.tsx";
import { LastStep } from "./LastStep.tsx";
import { UnitFacts } from "./UnitFacts.tsx";
import { UnitHistory } from "./UnitHistory.tsx";

interface UnitPanelProps {
  readonly uid: string;
  /** The day the register is looked at; today when null. */
  readonly asOf: string | null;
  readonly onClose: () => void;
}

/** One union beside the register: facts, history, what can happen to it and how the latest of that goes back. */
export function UnitPanel({ uid, asOf, onClose }: UnitPanelProps) {
  const t = useText();
  const [mode, setMode] = useState<"read" | "edit" | "end">("read");
  const detail = useQuery(api.units.get.queryOptions({ input: { uid, ...(asOf !== null && { asOf }) } }));
  const status = useQuery(api.office.status.queryOptions());
  const unit = detail.data?.unit;
  const today = status.data?.today ?? "";
  return (
    <SidePanel title={unit ? unit.name : t("register.unit.title")} onClose={onClose}>
      {detail.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={detail.error} />
      {detail.data && mode === "read" && (
        <>
          <UnitFacts unit={detail.data.unit} on={asOf ?? today} />
          {detail.data.unit.endedOn === null && (
            <div className="form-actions">
              <Button onPress={() => setMode("edit")}>{t("register.unit.edit")}</Button>
              <Button onPress={() => setMode("end")}>{t("register.unit.end")}</Button>
            </div>
          )}
          <Link className="link-button" to="." search={(search) => ({ ...search, incidents: uid })}>
            {t("incidents.history")}
          </Link>
          <LastStep
            object="unit"
            uid={uid}
            name={detail.data.unit.name}
            onUndone={(isRemoved) => {
              if (isRemoved) onClose();
            }}
          />
          <UnitHistory detail={detail.data} />
        </>
      )}
      {unit && mode === "edit" && <EditUnit unit={unit} today={today} onDone={() => setMode("read")} />}
      {unit && mode === "end" && <EndUnit unit={unit} today={today} onDone={() => setMode("read")} />}
    </SidePanel>
  );
}
