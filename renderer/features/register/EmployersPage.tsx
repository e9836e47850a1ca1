import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { EmployerRow } from "../../../shared/contract/units.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { EmployerPanel } from "./EmployerPanel.tsx";
import { EmployerTable } from "./EmployerTable.tsx";
import { RegisterTabs } from "./RegisterTabs.tsx";
import "./register.css";

/** Employers, with a union or without: where one could be founded (T001-15). */
export function EmployersPage() {
  const t = useText();
  const asked = useSearch({ from: "/register/employers" });
  const [withoutUnion, setWithoutUnion] = useState(asked.without === true);
  const [minimumWorkers, setMinimumWorkers] = useState<number | null>(asked.workers ?? null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<EmployerRow | "new" | null>(null);
  const list = useQuery(
    api.units.listEmployers.queryOptions({
      input: { withoutUnion, minimumWorkers: minimumWorkers ?? 0 },
      placeholderData: (previous) => previous,
    }),
  );
  const shown = useMemo(
    () =>
      (list.data ?? []).filter((row) =>
        matchesSearch(searchKey(`${row.code ?? ""} ${row.name} ${row.taxCode ?? ""}`), query),
      ),
    [list.data, query],
  );
  const { ask, question } = useLeaveQuestion();
  const isNarrowed = withoutUnion || (minimumWorkers ?? 0) > 0 || query.trim() !== "";
  return (
    <div className="page page-filled register">
      <header className="page-head">
        <h1>{t("register.title")}</h1>
        <div className="page-actions">
          <Link className="link-button" to="/register/import" search={{ kind: "employers" }}>
            {t("register.employers.import")}
          </Link>
          <Button variant="primary" onPress={() => ask(() => setOpen("new"))}>
            {t("register.employers.add")}
          </Button>
        </div>
      </header>
      <RegisterTabs />
      <div className="register-tools">
        <SearchField label={t("register.search")} value={query} onChange={setQuery} />
        <NumberField
          label={t("register.employers.minimumWorkers")}
          value={minimumWorkers}
          onChange={setMinimumWorkers}
          minValue={0}
          maxValue={1_000_000}
        />
        <Checkbox isSelected={withoutUnion} onChange={setWithoutUnion}>
          {t("register.employers.withoutUnion")}
        </Checkbox>
        <output className="register-count">{t("register.employers.count", { shown: shown.length })}</output>
      </div>
      {list.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={list.error} />
      {list.data !== undefined && shown.length === 0 && (
        <EmptyState
          title={t(isNarrowed ? "register.employers.noMatch.title" : "register.employers.empty.title")}
          action={
            isNarrowed ? null : (
              <Link className="link-button" to="/register/import" search={{ kind: "employers" }}>
                {t("register.employers.import")}
              </Link>
            )
          }
        >
          {t(isNarrowed ? "register.employers.noMatch.lead" : "register.employers.empty.lead")}
        </EmptyState>
      )}
      {shown.length > 0 && <EmployerTable employers={shown} onOpen={(row) => ask(() => setOpen(row))} />}
      {open !== null && (
        <EmployerPanel
          key={open === "new" ? "new" : open.uid}
          employer={open === "new" ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
      {question}
    </div>
  );
}
