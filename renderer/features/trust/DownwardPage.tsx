import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { DownwardUnit } from "../../../shared/contract/downward.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { targetInForce } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";
import { SendPanel } from "./SendPanel.tsx";
import { changedShares, placeOf, type SharesDraft } from "./shares-draft.ts";
import "./trust.css";

interface Typed {
  readonly of: number;
  readonly draft: SharesDraft;
}

/** Province: what each unit of the trust list is given of a programme, and the bundle that tells them. */
export function DownwardPage() {
  const t = useText();
  const words = useDataWords();
  const queries = useQueryClient();
  const { code } = useParams({ from: "/programmes/$code/down" });
  const year = useWorkingYear();
  // What is typed belongs to one year: another one starts empty.
  const [{ of, draft }, setTyped] = useState<Typed>({ of: year, draft: new Map() });
  const setDraft = (next: SharesDraft) => setTyped({ of: year, draft: next });
  if (of !== year) setDraft(new Map());
  const [isSending, setIsSending] = useState(false);
  const choices = useQuery(api.downward.choices.queryOptions({ input: { code, year } }));
  const shown = useQuery(api.programmes.show.queryOptions({ input: { code } }));
  // Shares of people and things; a percentage is the same for everybody.
  const targets = (shown.data?.programme.targets ?? []).filter(
    (target) => target.value.scale === "count" && !target.qualitative,
  );
  const units = choices.data?.units ?? [];
  const givenOf = (unit: DownwardUnit, target: string): number | null => {
    const typed = draft.get(placeOf(unit.code, target));
    return typed === undefined ? (unit.shares[target] ?? null) : typed;
  };
  const changed = changedShares(units, targets, draft);
  const save = useMutation({
    mutationFn: () => api.downward.setShares.call({ code, year, shares: changed }),
    onSuccess: async (saved) => {
      showToast(t("downward.saved", { number: saved.changed }));
      await queries.invalidateQueries({ queryKey: api.downward.key() });
      setDraft(new Map());
    },
  });
  const last = choices.data?.programmes.find((one) => one.code === code)?.lastVersion ?? 0;
  const error = choices.error ?? shown.error ?? save.error;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("downward.title")}</h1>
      </header>
      <p>{t("downward.lead")}</p>
      <ErrorCallout error={error} />
      <div className="form-actions">
        <b>{shown.data?.summary.title}</b>
        <span>
          {t("downward.year")} {year}
        </span>
        <span>{last === 0 ? t("downward.never") : t("downward.last", { version: last })}</span>
      </div>
      {choices.data && units.length === 0 && (
        <EmptyState title={t("downward.noUnits.title")}>{t("downward.noUnits.lead")}</EmptyState>
      )}
      {shown.data && units.length > 0 && (
        <>
          <table className="plain-table shares-table">
            <thead>
              <tr>
                <th scope="col">{t("downward.unit")}</th>
                {targets.map((target) => (
                  <th key={target.id} scope="col">
                    {target.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.code}>
                  <th scope="row">{unit.name}</th>
                  {targets.map((target) => (
                    <td key={target.id}>
                      <NumberField
                        label={`${unit.name}: ${target.title}`}
                        value={givenOf(unit, target.id)}
                        onChange={(amount) =>
                          setDraft(new Map(draft).set(placeOf(unit.code, target.id), amount))
                        }
                        minValue={0}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("downward.total")}</th>
                {targets.map((target) => (
                  <td key={target.id}>
                    {formatInteger(units.reduce((sum, unit) => sum + (givenOf(unit, target.id) ?? 0), 0))}
                  </td>
                ))}
              </tr>
              <tr>
                <th scope="row">{t("downward.asked")}</th>
                {targets.map((target) => {
                  const asked = targetInForce(target, `${year}-12-31`);
                  return (
                    <td key={target.id}>{words.asked({ ...asked, measureUnit: target.measureUnit })}</td>
                  );
                })}
              </tr>
            </tfoot>
          </table>
          <div className="form-actions">
            <Button
              variant="primary"
              isDisabled={changed.length === 0}
              isPending={save.isPending}
              onPress={() => save.mutate()}
            >
              {t("downward.save")}
            </Button>
            <Button isDisabled={changed.length > 0} onPress={() => setIsSending(true)}>
              {t("downward.send")}
            </Button>
            {changed.length > 0 && <small>{t("downward.unsaved")}</small>}
          </div>
          {isSending && (
            <SendPanel code={code} year={year} units={units} onClose={() => setIsSending(false)} />
          )}
        </>
      )}
    </div>
  );
}
