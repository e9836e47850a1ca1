import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

/** The unions an employer has had, newest first; nothing while it never had one. */
export function EmployerUnions({ uid }: { readonly uid: string }) {
  const t = useText();
  const { data, error } = useQuery(api.units.employerUnions.queryOptions({ input: { uid } }));
  if (error) return <ErrorCallout error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <div className="unit-history">
      <h3>{t("register.employers.unions")}</h3>
      <ul className="dated-list">
        {data.map(({ unitUid, unitCode, unitName, validFrom, validTo }) => (
          <li key={validFrom}>
            <span>
              {`${printDate(validFrom)} – ${validTo === null ? t("register.unit.now") : printDate(validTo)}`}
            </span>
            <Link to="/register" search={{ unit: unitUid }}>
              {unitName} ({unitCode})
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
