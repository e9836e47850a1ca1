import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { keepEnrolment } from "../../api/waiting-enrolment.ts";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";

/**
 * A key is added where the list is kept: here, or by the office above. The file goes along; where the province has no list
 * yet it waits until there is one.
 */
export function EnrolmentHint({ file }: { readonly file: File | null }) {
  const t = useText();
  const { data: keys } = useQuery(api.keys.status.queryOptions());
  const { data: status } = useQuery(api.office.status.queryOptions());
  if (!keys || !status?.office) return null;
  const keep = () => keepEnrolment(file);
  if (keys.trust?.isOwn)
    return (
      <Callout
        tone="info"
        action={
          <Link className="link-button" to="/trust" search={{ add: true }} onClick={keep}>
            {t("bundles.enrolmentAdd")}
          </Link>
        }
      >
        {t("bundles.enrolmentHint")}
      </Callout>
    );
  if (status.office.role !== "receiver" || keys.trust !== null)
    return <Callout tone="info">{t("bundles.enrolmentAbove")}</Callout>;
  const missing = keys.keys.some(({ use }) => use === "sign") ? "trust" : "key";
  return (
    <Callout
      tone="info"
      title={t("bundles.enrolmentFirst.title")}
      action={
        <Link className="link-button" to="/settings/{-$section}" params={{ section: missing }} onClick={keep}>
          {t(`bundles.enrolmentFirst.${missing}`)}
        </Link>
      }
    >
      {t("bundles.enrolmentFirst.lead")}
    </Callout>
  );
}
