import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { memo, useCallback, useState } from "react";
import {
  allocationBalance,
  growthTargets,
  plannedLosses,
  sharesByWeight,
} from "../../../shared/domain/programme-editing/allocation.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { targetAsGiven, targetInForce, type Target } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { Form } from "../../components/Form.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { type GrowthShare, growthShares, type Share } from "./growth-shares.ts";
import { shareRows } from "./share-rows.ts";
import { YearField } from "./YearField.tsx";

interface AllocatePanelProps {
  readonly programme: Programme;
  readonly allocations: readonly Share[];
}

/** Giao chỉ tiêu: one target, one year, a share for each unit, against the whole. */
export function AllocatePanel({ programme, allocations }: AllocatePanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const shareable = programme.targets.filter(
    ({ value, qualitative }) => value.scale === "count" && !qualitative,
  );
  const [targetId, setTargetId] = useState(shareable[0]?.id ?? null);
  const working = useWorkingYear();
  const withinTerm = Math.min(Math.max(working, programme.term.from), programme.term.to ?? working);
  const [year, setYear] = useState(ownYear(shareable[0]) ?? withinTerm);
  const [typed, setTyped] = useState<ReadonlyMap<string, number | null>>(new Map());
  const set = useCallback(
    (code: string, amount: number | null) => setTyped((before) => new Map(before).set(code, amount)),
    [],
  );
  const units = useQuery(api.units.list.queryOptions({ input: {} }));
  const status = useQuery(api.office.status.queryOptions());
  const save = useMutation(
    api.programmeEditing.setAllocations.mutationOptions({
      onSuccess: async ({ changed }) => {
        showToast(t("programmeEditor.allocating.saved", { number: changed }));
        setTyped(new Map());
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  useUnsavedForm(typed.size > 0 && !save.isPending);
  const target = shareable.find(({ id }) => id === targetId);
  const office = status.data?.office;
  if (!target) return <p>{t("programmeEditor.allocating.none")}</p>;
  if (!units.data || !office) return <p>{t("shell.loading")}</p>;

  const kept = new Map(
    allocations
      .filter((share) => share.target === target.id && share.year === year)
      .map(({ unitCode, amount }) => [unitCode, amount]),
  );
  const amountOf = (code: string) => (typed.has(code) ? (typed.get(code) ?? null) : (kept.get(code) ?? null));
  const growth = growthShares(programme, target.id, year, allocations);
  const rows = shareRows(units.data.units, kept, office.code);
  const active = rows.filter(({ isActive }) => isActive);
  const { comparator, value } = targetInForce(target, `${year}-12-31`);
  const asked = targetAsGiven({ comparator, value }, amountOf(office.code) ?? undefined).value;
  const whole = asked.amount;
  const balance = allocationBalance(
    whole,
    rows.map(({ code }) => amountOf(code)),
    asked.upper,
  );
  return (
    <Form
      className="editor-form"
      onSubmit={() =>
        save.mutate({
          code: programme.code,
          target: target.id,
          year,
          shares: [...typed].map(([unitCode, amount]) => ({ unitCode, amount })),
        })
      }
    >
      <div className="editor-row">
        <ComboBox
          label={t("programmeEditor.allocating.target")}
          value={target.id}
          onChange={(id) => {
            if (id === null) return;
            setTargetId(id);
            setYear(ownYear(shareable.find((candidate) => candidate.id === id)) ?? year);
            setTyped(new Map());
          }}
          options={shareable.map(({ id, title }) => ({ id, label: `${id} – ${title}` }))}
        />
        <YearField
          label={t("programmeEditor.allocating.year")}
          value={year}
          onChange={(chosen) => {
            if (chosen === null) return;
            setYear(chosen);
            setTyped(new Map());
          }}
        />
      </div>
      <PlannedLosses programme={programme} allocations={allocations} officeCode={office.code} year={year} />
      <p role="status">
        {t("programmeEditor.allocating.whole")}:{" "}
        <strong>
          {asked.upper === undefined
            ? printNumber(whole)
            : `${printNumber(whole)}–${printNumber(asked.upper)}`}
        </strong>{" "}
        · {t("programmeEditor.allocating.given")}: <strong>{printNumber(balance.allocated)}</strong> ·{" "}
        {t(balance.open < 0 ? "programmeEditor.allocating.over" : "programmeEditor.allocating.open")}:{" "}
        <strong>{printNumber(Math.abs(balance.open))}</strong>
      </p>
      {comparator === "range" && <p>{t("programmeEditor.allocating.rangeGiven")}</p>}
      <div className="editor-actions">
        <Button type="submit" variant="primary" isPending={save.isPending} isDisabled={typed.size === 0}>
          {t("programmeEditor.allocating.save")}
        </Button>
        <Button
          onPress={() => {
            const shares = sharesByWeight(
              whole,
              active.map(({ workforce }) => workforce ?? 0),
            );
            setTyped(
              new Map([...typed, ...active.map(({ code }, index) => [code, shares[index] ?? 0] as const)]),
            );
          }}
        >
          {t("programmeEditor.allocating.spread")}
        </Button>
      </div>
      <ErrorCallout error={save.error} />
      <table className="plain-table allocation-table">
        <thead>
          <tr>
            <th scope="col">{t("programmeEditor.allocating.unit")}</th>
            <th scope="col" className="number">
              {t("programmeEditor.allocating.workforce")}
            </th>
            <th scope="col" className="number">
              {t("programmeEditor.allocating.amount")}
            </th>
            {growth && (
              <>
                <th scope="col" className="number">
                  {t(`programmeEditor.allocating.${growth.other}`)}
                </th>
                <th scope="col" className="number">
                  {t("programmeEditor.allocating.unitLosses")}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {[
            {
              code: office.code,
              name: t("programmeEditor.allocating.own", { name: office.name }),
              workforce: null,
            },
            ...rows,
          ].map(({ code, name, workforce }) => (
            <ShareRow
              key={code}
              code={code}
              name={name}
              workforce={workforce}
              amount={amountOf(code)}
              onChange={set}
              isGrowth={growth !== undefined}
              {...growth?.of(code, amountOf(code))}
            />
          ))}
        </tbody>
      </table>
    </Form>
  );
}

interface ShareRowProps extends Partial<GrowthShare> {
  readonly code: string;
  readonly name: string;
  readonly workforce: number | null;
  readonly amount: number | null;
  /** The target is one of admissions and net growth: what may leave stands beside its share. */
  readonly isGrowth: boolean;
  readonly onChange: (code: string, amount: number | null) => void;
}

/** Remembered: there may be two thousand, and a key changes one of them. */
const ShareRow = memo(function ShareRow({
  code,
  name,
  workforce,
  amount,
  isGrowth,
  beside,
  losses,
  onChange,
}: ShareRowProps) {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        {name} <small>{code}</small>
      </th>
      <td className="number">{workforce === null ? "" : printNumber(workforce)}</td>
      <td className="share-cell">
        <NumberField
          label={t("programmeEditor.allocating.amountFor", { name })}
          value={amount}
          onChange={(typed) => onChange(code, typed)}
          minValue={0}
        />
      </td>
      {isGrowth && (
        <>
          <td className="number">{printNumber(beside)}</td>
          <td className="number">
            {losses === null
              ? t("programmeEditor.allocating.unitImpossible")
              : losses !== undefined && printNumber(losses)}
          </td>
        </>
      )}
    </tr>
  );
});

type PlannedLossesProps = AllocatePanelProps & { readonly officeCode: string; readonly year: number };

/** Net growth beside admissions of the same year: what may leave while both are met (domain.md §h story 3). */
function PlannedLosses({ programme, allocations, officeCode, year }: PlannedLossesProps) {
  const t = useText();
  const growth = growthTargets(programme);
  if (!growth) return null;
  const askedOf = (target: Target) => {
    const given = allocations.find(
      (share) => share.target === target.id && share.unitCode === officeCode && share.year === year,
    );
    return given?.amount ?? targetInForce(target, `${year}-12-31`).value.amount;
  };
  const [gross, net] = [askedOf(growth.gross), askedOf(growth.net)];
  const losses = plannedLosses(gross, net);
  const words = { gross: printNumber(gross), net: printNumber(net), losses: printNumber(losses) };
  return losses === null ? (
    <Callout tone="warning">{t("programmeEditor.allocating.lossesImpossible", words)}</Callout>
  ) : (
    <Callout tone="info">{t("programmeEditor.allocating.losses", words)}</Callout>
  );
}

/** Of a target that is asked in one year alone: a share of another year would never count. */
function ownYear(target: Target | undefined): number | undefined {
  return target?.time.kind === "year" ? target.time.year : undefined;
}
