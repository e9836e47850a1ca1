import type { ReactNode } from "react";
import { orientationOf } from "../../../shared/domain/report/page-shape.ts";
import {
  NATIONAL_MOTTO,
  NATIONAL_TITLE,
  type PaperReport,
  RECIPIENTS_TITLE,
} from "../../../shared/domain/report/paper.ts";
import { useText } from "../../text/use-text.ts";
import { PaperTable } from "./PaperTable.tsx";
import "./paper.css";

interface PaperProps {
  readonly paper: PaperReport;
  /** Opens a section for editing; null for a report that is signed. */
  readonly onEdit: ((section: string) => void) | null;
  readonly onEditHead: (() => void) | null;
  /** Ids of the sections that have text of their own. */
  readonly editable: ReadonlySet<string>;
  readonly editing: string | null;
}

/** The report as it will stand on paper (domain.md §e.2); every part can be pressed. Printed as it is. */
export function Paper({ paper, onEdit, onEditHead, editable, editing }: PaperProps) {
  const t = useText();
  const head = (children: ReactNode) =>
    onEditHead ? (
      <button type="button" className="paper-part" onClick={onEditHead}>
        <span className="visually-hidden">{t("report.head")} </span>
        {children}
      </button>
    ) : (
      children
    );
  const appendixHead = `${paper.numberLine.replace("Số: ", "số ")}; ${paper.placeLine}`;
  return (
    <article className="report-paper" aria-label={t("report.paper")} lang="vi">
      <div className="paper-sheet paper-main">
        {head(
          <span className="paper-letterhead">
            <span>
              <span>{paper.superiorLine}</span>
              <b>{paper.issuerLine}</b>
              <i className="paper-rule" />
              <span className="paper-middle">{paper.numberLine}</span>
            </span>
            <span>
              <b>{NATIONAL_TITLE}</b>
              <b className="paper-middle">{NATIONAL_MOTTO}</b>
              <i className="paper-rule paper-rule-long" />
              <em className="paper-middle">{paper.placeLine}</em>
            </span>
          </span>,
        )}
        <h2 className="paper-title">{paper.title}</h2>
        <p className="paper-subject">{paper.subject}</p>
        <i className="paper-rule" />
        <p className="paper-cutoff">{paper.cutoffLine}</p>
        {paper.sections.map((section) => {
          const Heading = section.level === 1 ? "h3" : "h4";
          const body = section.paragraphs.map((text, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other name
            <span className="paper-paragraph" key={index}>
              {text}
            </span>
          ));
          return (
            <section key={section.id}>
              <Heading>{section.heading}</Heading>
              {onEdit && editable.has(section.id) ? (
                <button
                  type="button"
                  className="paper-part"
                  aria-pressed={editing === section.id}
                  onClick={() => onEdit(section.id)}
                >
                  <span className="visually-hidden">
                    {t("report.editSection", { heading: section.heading })}{" "}
                  </span>
                  {body}
                </button>
              ) : (
                body
              )}
            </section>
          );
        })}
        {head(
          <span className="paper-signing">
            <span className="paper-recipients">
              <b>{RECIPIENTS_TITLE}</b>
              {paper.recipients.map((line) => (
                <span key={line}>- {line}</span>
              ))}
            </span>
            <span className="paper-signer">
              <b>{paper.onBehalfOf}</b>
              <b>{paper.signerTitle}</b>
              <b className="paper-name">{paper.signerName}</b>
            </span>
          </span>,
        )}
      </div>
      {paper.appendices.map((appendix) => (
        <section
          key={appendix.number}
          className={`paper-sheet ${appendix.number === 4 ? "paper-units" : orientationOf(appendix) === "landscape" ? "paper-wide" : "paper-appendix"}`}
        >
          <h3 className="paper-appendix-title">{`Phụ lục ${appendix.number}`}</h3>
          <h3 className="paper-appendix-title">{appendix.title.toLocaleUpperCase("vi")}</h3>
          <p className="paper-cutoff">{`(Kèm theo Báo cáo ${appendixHead})`}</p>
          {appendix.rows.length === 0 ? (
            <p className="paper-paragraph">{appendix.empty}</p>
          ) : (
            <PaperTable appendix={appendix} />
          )}
          {appendix.notes.map((note) => (
            <p key={note} className="paper-note">
              {note}
            </p>
          ))}
        </section>
      ))}
    </article>
  );
}
