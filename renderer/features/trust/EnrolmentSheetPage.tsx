import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant, printKeyGroups } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { OfficialSheet } from "./OfficialSheet.tsx";

/** "Phiếu đăng ký khóa" (bundle.md §2.7): the keyid on paper, signed and sealed by hand; the province compares it with the file. */
export function EnrolmentSheetPage() {
  const t = useText();
  const keys = useQuery(api.keys.status.queryOptions());
  const office = useQuery(api.office.status.queryOptions());
  const signing = keys.data?.keys.filter(({ use }) => use === "sign") ?? [];
  const registered = signing.find(({ isWaiting }) => isWaiting) ?? signing[0];
  const replaced = registered?.isWaiting ? signing[0] : undefined;
  const info = office.data?.office;
  const recipient = keys.data?.encryption.at(-1)?.recipient;
  const error = keys.error ?? office.error;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("trust.sheet.title")}</h1>
        <div className="form-actions sheet-tools">
          <Button variant="primary" isDisabled={!registered} onPress={() => window.print()}>
            {t("trust.sheet.print")}
          </Button>
          <Link className="link-button" to="/settings/{-$section}" params={{ section: "key" }}>
            {t("trust.sheet.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={error} />
      {registered && info && (
        <OfficialSheet title="PHIẾU ĐĂNG KÝ KHÓA" signers={["NGƯỜI LẬP PHIẾU", "TM. BAN THƯỜNG VỤ"]}>
          <p>{`Kính gửi: ${info.parent?.name ?? "Liên đoàn Lao động tỉnh"}`}</p>
          <dl>
            <dt>Đơn vị</dt>
            <dd>{info.name}</dd>
            <dt>Mã đơn vị</dt>
            <dd>{info.code}</dd>
            <dt>Máy tính</dt>
            <dd>…………………………………………</dd>
            <dt>Khóa tạo lúc</dt>
            <dd>{printInstant(registered.createdAt)}</dd>
            {replaced && (
              <>
                <dt>Thay cho khóa</dt>
                <dd>
                  <small>{printKeyGroups(replaced.keyid)}</small>
                </dd>
              </>
            )}
          </dl>
          <p>Mã khóa ký (đối chiếu từng nhóm bốn ký tự với mã đọc từ tệp đăng ký):</p>
          <code className="official-code">{printKeyGroups(registered.keyid)}</code>
          {recipient && (
            <>
              <p>Khóa mã hóa của đơn vị:</p>
              <p>
                <code>{printKeyGroups(recipient)}</code>
              </p>
            </>
          )}
          <p>
            Đơn vị cam kết khóa trên do đơn vị tạo và giữ; khi mất máy hoặc lộ cụm mật khẩu sẽ báo ngay để thu
            hồi.
          </p>
        </OfficialSheet>
      )}
    </div>
  );
}
