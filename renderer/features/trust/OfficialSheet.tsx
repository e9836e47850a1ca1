import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NATIONAL_MOTTO, NATIONAL_TITLE } from "../../../shared/domain/report/paper.ts";
import { api } from "../../api/api.ts";
import "./trust.css";

interface OfficialSheetProps {
  readonly title: string;
  /** Who signs, left to right. */
  readonly signers: readonly string[];
  readonly children: ReactNode;
}

/** One A4 page with the letterhead of the office, to be signed by hand. Paper is Vietnamese in every language. */
export function OfficialSheet({ title, signers, children }: OfficialSheetProps) {
  const details = useQuery(api.office.details.queryOptions());
  const letterhead = details.data?.letterhead;
  return (
    <article className="official-sheet" lang="vi" aria-label={title}>
      <div className="official-head">
        <span>
          <span>{letterhead?.superiorLine}</span>
          <b>{letterhead?.issuerLine}</b>
        </span>
        <span>
          <b>{NATIONAL_TITLE}</b>
          <b>{NATIONAL_MOTTO}</b>
        </span>
      </div>
      <h2>{title}</h2>
      {children}
      <p>{`${letterhead?.placeName ?? "…"}, ngày …… tháng …… năm ………`}</p>
      <div className="official-signing">
        {signers.map((signer) => (
          <span key={signer}>
            <b>{signer}</b>
            <em>(Ký, ghi rõ họ tên, đóng dấu)</em>
          </span>
        ))}
      </div>
    </article>
  );
}
