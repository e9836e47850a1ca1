import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { api } from "../../api/api.ts";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";

/** Said before signing: whether the file can be encrypted to whom it goes, when it may name people. */
export function EncryptionNote({ prepared }: { readonly prepared: SubmissionPreparation }) {
  const t = useText();
  const { form, period, audience } = prepared;
  const { data } = useQuery(api.submissions.encryption.queryOptions({ input: { form, period } }));
  if (!data?.isNeeded || !audience) return null;
  if (data.missing.length === 0) return <p className="quiet">{t("bundles.encryption.will", audience)}</p>;
  return (
    <Callout
      tone="warning"
      title={t("bundles.encryption.missing", { names: data.missing.join(", ") })}
      action={
        <Link className="link-button" to="/settings/{-$section}" params={{ section: "trust" }}>
          {t("bundles.encryption.keys")}
        </Link>
      }
    >
      {t("bundles.encryption.missingLead")}
    </Callout>
  );
}
