import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { UNIT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";
import { EditOfficePanel } from "./EditOfficePanel.tsx";
import { LETTERHEAD_LINES } from "./office-draft.ts";

interface OfficeDetailsPartProps {
  readonly code: string;
  readonly isReceiver: boolean;
  readonly today: string;
}

/** What the office is called and how it signs, now and before. */
export function OfficeDetailsPart({ code, isReceiver, today }: OfficeDetailsPartProps) {
  const t = useText();
  const label = useLabel();
  const [isEditing, setIsEditing] = useState(false);
  const details = useQuery(api.office.details.queryOptions());
  if (details.error) return <ErrorCallout error={details.error} />;
  if (!details.data) return <p>{t("shell.loading")}</p>;
  const { name, kind, parent, letterhead, isLetterheadRecorded, history } = details.data;
  return (
    <>
      <KeyValue
        items={[
          { label: t("settings.office.name"), value: name },
          { label: t("settings.office.code"), value: code },
          { label: t("settings.office.kind"), value: label(UNIT_KIND_LABELS[kind]) },
          {
            label: t("settings.office.parent"),
            value: parent === null ? t("shell.notRecorded") : `${parent.name} (${parent.code})`,
          },
          ...LETTERHEAD_LINES.map((line) => ({
            label: t(`settings.office.${line}`),
            value: letterhead[line] === "" ? t("shell.notRecorded") : letterhead[line],
          })),
          ...(isLetterheadRecorded
            ? []
            : [{ label: t("settings.office.letterhead"), value: t("settings.office.proposed") }]),
        ]}
      />
      <div className="form-actions">
        <Button onPress={() => setIsEditing(true)}>{t("settings.office.edit")}</Button>
      </div>
      {history.length > 2 && (
        <details>
          <summary>{t("settings.office.history")}</summary>
          <ul className="dated-list">
            {history.map((row) => (
              <li key={`${row.subject} ${row.validFrom}`}>
                <span>
                  {printDate(row.validFrom)} –{" "}
                  {row.validTo === null ? t("settings.office.now") : printDate(row.validTo)}
                </span>
                <span>
                  {t(`settings.office.subjects.${row.subject}`)}: {row.text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isEditing && (
        <EditOfficePanel
          details={details.data}
          isReceiver={isReceiver}
          today={today}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  );
}
