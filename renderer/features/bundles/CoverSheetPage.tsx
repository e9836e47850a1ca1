import { Link, useParams } from "@tanstack/react-router";
import { formatInteger, formatPeriod } from "../../../shared/domain/number-format.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { ReportView } from "../../../shared/contract/submissions.ts";
import { api, client } from "../../api/api.ts";
import { useJobQuery } from "./use-job-query.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { BundleOpening } from "./BundleOpening.tsx";
import "./bundles.css";

/**
 * "Phiếu gửi": goes with the file on paper, or is read out over the telephone; whoever receives the file compares the code and
 * the control totals. An official sheet, in Vietnamese whatever the language of the screens.
 */
export function CoverSheetPage() {
  const t = useText();
  const { digest = "" }: { digest?: string } = useParams({ strict: false });
  const asked = useJobQuery<ReportView>(api.submissions.open.key({ input: { digest } }), (signal) =>
    client.submissions.open({ digest }, { signal }),
  );
  const { data, error } = asked;
  return (
    <div className="page bundles">
      <header className="page-head">
        <h1>{t("bundles.cover.title")}</h1>
        <div className="page-actions">
          <Button variant="primary" isDisabled={!data} onPress={() => window.print()}>
            {t("bundles.cover.print")}
          </Button>
          <Link className="link-button" to="/bundles/report/$digest" params={{ digest }}>
            {t("bundles.cover.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={error} />
      <BundleOpening asked={asked} />
      {data && (
        <article className="bundles-cover" lang="vi">
          <p>{data.issuer.name}</p>
          <h2>PHIẾU GỬI BÁO CÁO ĐIỆN TỬ</h2>
          <table>
            <tbody>
              <tr>
                <th scope="row">Đơn vị gửi</th>
                <td>{`${data.issuer.name} (${data.issuer.code})`}</td>
              </tr>
              <tr>
                <th scope="row">Báo cáo</th>
                <td>
                  {formatPeriod(periodOf(data.period))}
                  {data.correction > 0 && `, đính chính lần ${data.correction}`}
                </td>
              </tr>
              <tr>
                <th scope="row">Số, ký hiệu</th>
                <td>{data.documentNumber ?? "…………"}</td>
              </tr>
              <tr>
                <th scope="row">Ký lúc</th>
                <td>{`${printInstant(data.createdAt)}, ${data.issuer.signer}`}</td>
              </tr>
              <tr>
                <th scope="row">Mã gói</th>
                <td>
                  <code>{data.code}</code>
                </td>
              </tr>
              <tr>
                <th scope="row">Đơn vị trong sổ / đã báo cáo</th>
                <td>{`${formatInteger(data.counts.units)} / ${formatInteger(data.counts.unitsAnswered)}`}</td>
              </tr>
              <tr>
                <th scope="row">Số ô dữ liệu</th>
                <td>{formatInteger(data.counts.entries)}</td>
              </tr>
            </tbody>
          </table>
          <h3>Số kiểm soát</h3>
          <table>
            <tbody>
              {data.totals.map(({ element, label, value }) => (
                <tr key={element}>
                  <th scope="row">{label}</th>
                  <td className="bundles-cover-figure">{formatInteger(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            Bên nhận mở tệp bằng chương trình: mã gói và các số kiểm soát trên màn hình phải giống hệt phiếu
            này; khác thì chưa nhận và báo lại nơi gửi. Số kiểm soát là tổng mọi số đã gõ của kỳ, chỉ để đối
            chiếu tệp; số báo cáo là số trong báo cáo in.
          </p>
          <div className="bundles-cover-signers">
            <p>NGƯỜI GỬI</p>
            <p>NGƯỜI NHẬN</p>
          </div>
        </article>
      )}
    </div>
  );
}
