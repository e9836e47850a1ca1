import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useWorkingYear } from "../../api/working-year.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useText } from "../../text/use-text.ts";
import { Board } from "./Board.tsx";
import { Delivery } from "./Delivery.tsx";
import "./desk.css";

/** The desk of an office that receives: a stick with everything on it, and who has reported. */
export function DeskPage() {
  const t = useText();
  const year = useWorkingYear();
  const status = useQuery(api.office.status.queryOptions());
  const isReceiver = status.data?.office?.role === "receiver";
  return (
    <div className="page desk">
      <header className="page-head">
        <h1>{t("desk.title")}</h1>
        <div className="page-actions">
          <Link className="link-button" to="/bundles">
            {t("desk.toBundles")}
          </Link>
        </div>
      </header>
      {status.data && !isReceiver && (
        <EmptyState title={t("desk.notReceiver.title")}>{t("desk.notReceiver.lead")}</EmptyState>
      )}
      {isReceiver && (
        <>
          <Delivery />
          <Board year={year} />
        </>
      )}
    </div>
  );
}
