import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { GradeSchemeView } from "../../../shared/contract/grading.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
import { formatHundredths } from "../../../shared/domain/number-format.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printInstant } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { GradeSchemePanel } from "./GradeSchemePanel.tsx";

/** Which point bands grade the unions, from when, and by what decision. */
export function GradeSchemesSection() {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<GradeSchemeView | null>(null);
  const schemes = useQuery(api.grading.schemes.queryOptions());
  if (schemes.error) return <ErrorCallout error={schemes.error} />;
  if (!schemes.data) return <p>{t("shell.loading")}</p>;
  const [present] = schemes.data;
  return (
    <>
      <p>{t("grading.schemes.lead")}</p>
      <table className="plain-table grade-schemes" aria-label={t("grading.schemes.table")}>
        <thead>
          <tr>
            <th scope="col">{t("grading.schemes.name")}</th>
            <th scope="col">{t("grading.schemes.valid")}</th>
            {GRADES.slice(0, -1).map((grade) => (
              <th key={grade} scope="col" className="number">
                {present?.scheme.words[grade][0]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {schemes.data.map((view) => (
            <SchemeRow key={view.scheme.code} view={view} onWithdraw={() => setLeaving(view)} />
          ))}
        </tbody>
      </table>
      <div className="form-actions">
        <Button variant="primary" onPress={() => setIsAdding(true)}>
          {t("grading.schemes.add")}
        </Button>
      </div>
      {isAdding && present && (
        <GradeSchemePanel present={present.scheme} onClose={() => setIsAdding(false)} />
      )}
      {leaving?.own && (
        <WithdrawDialog
          id={leaving.own.id}
          name={leaving.scheme.name}
          from={leaving.scheme.validFrom}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

interface SchemeRowProps {
  readonly view: GradeSchemeView;
  readonly onWithdraw: () => void;
}

function SchemeRow({ view: { scheme, own }, onWithdraw }: SchemeRowProps) {
  const t = useText();
  return (
    <tr>
      <th scope="row">
        {scheme.name}
        {scheme.conditions.map((condition) => (
          <small key={condition}>{condition}</small>
        ))}
        <small>{sourceOf({ scheme, own }, t)}</small>
      </th>
      <td className="nowrap">{validity(scheme, t)}</td>
      {scheme.bands.map(({ code, name, from }) => (
        <td key={code} className="number nowrap" title={name}>
          ≥ {formatHundredths(from)}
        </td>
      ))}
      <td>
        {own !== null && own.lockedYear === null && (
          <Button variant="quiet" onPress={onWithdraw}>
            {t("grading.schemes.withdraw")}
          </Button>
        )}
        {own !== null && own.lockedYear !== null && t("grading.schemes.locked", { year: own.lockedYear })}
      </td>
    </tr>
  );
}

function sourceOf({ scheme, own }: GradeSchemeView, t: Translate): string {
  if (own === null)
    return t(scheme.areBandsConfirmed ? "grading.schemes.national" : "grading.schemes.unconfirmed");
  const { decisionNumber: number, decidedOn, author, at } = own;
  const decision =
    decidedOn === null
      ? t("grading.schemes.decided", { number })
      : t("grading.schemes.decidedOn", { number, date: printDate(decidedOn) });
  return `${decision}; ${t("grading.schemes.by", { author, at: printInstant(at) })}`;
}

function validity({ validFrom, validTo }: GradeSchemeView["scheme"], t: Translate): string {
  const [from, to] = [printDate(validFrom), printDate(validTo)];
  if (validTo === null) return t("grading.schemes.since", { from });
  // Nothing is known of what came before the first.
  return validFrom < "1900" ? t("grading.schemes.until", { to }) : t("grading.schemes.from", { from, to });
}

interface WithdrawDialogProps {
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly onClose: () => void;
}

function WithdrawDialog({ id, name, from, onClose }: WithdrawDialogProps) {
  const t = useText();
  const queries = useQueryClient();
  const withdraw = useMutation(
    api.grading.withdrawScheme.mutationOptions({
      onSuccess: async () => {
        showToast(t("grading.schemes.withdrawn"));
        onClose();
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  return (
    <Dialog
      title={t("grading.schemes.withdrawTitle")}
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={withdraw.isPending} onPress={() => withdraw.mutate({ id })}>
            {t("grading.schemes.withdraw")}
          </Button>
          <Button onPress={onClose}>{t("shell.cancel")}</Button>
        </>
      }
    >
      <p>{t("grading.schemes.withdrawLead", { name, date: printDate(from) })}</p>
      <ErrorCallout error={withdraw.error} />
    </Dialog>
  );
}
