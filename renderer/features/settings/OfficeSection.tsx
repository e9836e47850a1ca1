import { useMutation } from "@tanstack/react-query";
import type { OfficeInfo, OfficeStatus } from "../../../shared/contract/office.ts";
import { UNIT_KIND_LABELS } from "../../../shared/domain/labels.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { LanguageChoice } from "../../text/LanguageChoice.tsx";
import { useLabel, useText } from "../../text/use-text.ts";

interface OfficeSectionProps {
  readonly office: OfficeInfo;
  readonly program: OfficeStatus["program"];
}

export function OfficeSection({ office, program }: OfficeSectionProps) {
  const t = useText();
  const label = useLabel();
  const keep = useMutation(api.office.setLanguage.mutationOptions());
  return (
    <>
      {office.isDemo && <Callout tone="info">{t("settings.office.demo")}</Callout>}
      <KeyValue
        items={[
          { label: t("settings.office.name"), value: office.name },
          { label: t("settings.office.code"), value: office.code },
          { label: t("settings.office.kind"), value: label(UNIT_KIND_LABELS[office.kind]) },
          {
            label: t("settings.office.parent"),
            value:
              office.parent === null
                ? t("shell.notRecorded")
                : `${office.parent.name} (${office.parent.code})`,
          },
          { label: t("settings.office.role"), value: t(`settings.office.roles.${office.role}`) },
          { label: t("settings.office.instance"), value: office.instanceId },
          {
            label: t("settings.office.program"),
            value: `${program.name} ${program.version} – ${t(`settings.office.host.${program.host}`)}`,
          },
        ]}
      />
      <LanguageChoice onChoose={(language) => keep.mutate({ language })} />
    </>
  );
}
