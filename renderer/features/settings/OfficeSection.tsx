import { useMutation } from "@tanstack/react-query";
import type { OfficeInfo, OfficeStatus } from "../../../shared/contract/office.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { LanguageChoice } from "../../text/LanguageChoice.tsx";
import { useText } from "../../text/use-text.ts";
import { FolderPart } from "./FolderPart.tsx";
import { OfficeDetailsPart } from "./OfficeDetailsPart.tsx";

interface OfficeSectionProps {
  readonly office: OfficeInfo;
  readonly program: OfficeStatus["program"];
  readonly today: string;
}

export function OfficeSection({ office, program, today }: OfficeSectionProps) {
  const t = useText();
  const keep = useMutation(api.office.setLanguage.mutationOptions());
  return (
    <>
      {office.isDemo && <Callout tone="info">{t("settings.office.demo")}</Callout>}
      <OfficeDetailsPart code={office.code} isReceiver={office.role === "receiver"} today={today} />
      <KeyValue
        items={[
          { label: t("settings.office.role"), value: t(`settings.office.roles.${office.role}`) },
          { label: t("settings.office.instance"), value: office.instanceId },
          {
            label: t("settings.office.program"),
            value: `${program.name} ${program.version} – ${t(`settings.office.host.${program.host}`)}`,
          },
        ]}
      />
      <FolderPart />
      <LanguageChoice onChoose={(language) => keep.mutate({ language })} />
    </>
  );
}
