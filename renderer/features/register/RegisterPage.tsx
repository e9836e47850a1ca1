import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { SearchField } from "../../components/SearchField.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CreateUnitPanel } from "./CreateUnitPanel.tsx";
import { RegisterChips } from "./RegisterChips.tsx";
import { filterUnits, isFiltered, NO_FILTER, type RegisterFilter } from "./register-filter.ts";
import { RegisterTabs } from "./RegisterTabs.tsx";
import { UnitPanel } from "./UnitPanel.tsx";
import { UnitTable } from "./UnitTable.tsx";
import "./register.css";

/** The register as a table, with one union beside it. */
export function RegisterPage() {
  const t = useText();
  const navigate = useNavigate();
  const { unit: openUid } = useSearch({ from: "/register" });
  const [asOf, setAsOf] = useState<string | null>(null);
  const [includeEnded, setIncludeEnded] = useState(false);
  const [filter, setFilter] = useState<RegisterFilter>(NO_FILTER);
  const [isCreating, setIsCreating] = useState(false);
  const list = useQuery(
    api.units.list.queryOptions({
      input: { includeEnded, ...(asOf !== null && { asOf }) },
      placeholderData: (previous) => previous,
    }),
  );
  const units = list.data?.units;
  const shown = useMemo(() => filterUnits(units ?? [], filter), [units, filter]);

  const { ask, question } = useLeaveQuestion();
  const isPanelOpen = isCreating || openUid !== undefined;

  function showUnit(uid: string | null) {
    setIsCreating(false);
    void navigate({ to: "/register", search: uid === null ? {} : { unit: uid } });
  }

  return (
    <div className="page page-filled register">
      <header className="page-head">
        <h1>{t("register.title")}</h1>
        <div className="page-actions">
          <Link className="link-button" to="/register/import" search={{ kind: "units" }}>
            {t("register.importFile")}
          </Link>
          <Button variant="primary" onPress={() => ask(() => setIsCreating(true))}>
            {t("register.newUnit")}
          </Button>
        </div>
      </header>
      <RegisterTabs />
      <div className="register-tools">
        <SearchField
          label={t("register.search")}
          value={filter.query}
          onChange={(query) => setFilter({ ...filter, query })}
        />
        <DateField label={t("register.asOf")} value={asOf ?? list.data?.asOf ?? null} onChange={setAsOf} />
        <Checkbox isSelected={includeEnded} onChange={setIncludeEnded}>
          {t("register.includeEnded")}
        </Checkbox>
        <output className="register-count">
          {t("register.count", { shown: printNumber(shown.length), total: printNumber(units?.length ?? 0) })}
        </output>
      </div>
      {(!isPanelOpen || isFiltered(filter)) && (
        <RegisterChips units={units ?? []} filter={filter} onChange={setFilter} />
      )}
      <ErrorCallout error={list.error} />
      {list.isPending && <p>{t("shell.loading")}</p>}
      {units?.length === 0 && (
        <EmptyState
          title={t("register.empty.title")}
          action={
            <Link className="link-button" to="/register/import" search={{ kind: "units" }}>
              {t("register.importFile")}
            </Link>
          }
        >
          {t("register.empty.lead")}
        </EmptyState>
      )}
      {units !== undefined && units.length > 0 && shown.length === 0 && isFiltered(filter) && (
        <EmptyState
          title={t("register.noMatch.title")}
          action={<Button onPress={() => setFilter(NO_FILTER)}>{t("register.filters.clear")}</Button>}
        >
          {t("register.noMatch.lead")}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <UnitTable
          units={shown}
          openUid={openUid ?? null}
          isNarrow={isPanelOpen}
          onOpen={(uid) => ask(() => showUnit(uid))}
        />
      )}
      {isCreating && <CreateUnitPanel onClose={() => setIsCreating(false)} onCreated={showUnit} />}
      {!isCreating && openUid !== undefined && (
        <UnitPanel key={openUid} uid={openUid} asOf={asOf} onClose={() => showUnit(null)} />
      )}
      {question}
    </div>
  );
}
