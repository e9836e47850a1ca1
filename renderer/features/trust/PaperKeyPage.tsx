import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Form } from "../../components/Form.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printKeyGroups } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { OfficialSheet } from "./OfficialSheet.tsx";

/** A key for the sealed envelope. Nothing of it is shown before its passphrase, nor kept when the page is left. */
export function PaperKeyPage() {
  const t = useText();
  const { keyid } = useParams({ from: "/trust/paper/$keyid" });
  const [passphrase, setPassphrase] = useState("");
  const keys = useQuery(api.keys.status.queryOptions());
  // An encryption key is known by its public part, here as in the list of keys and on the registration.
  const shownAs = keys.data?.encryption.find((key) => key.keyid === keyid)?.recipient ?? keyid;
  const paper = useMutation({
    ...api.keys.paper.mutationOptions(),
    gcTime: 0,
  });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t("trust.sheet.paperTitle")}</h1>
        <div className="form-actions sheet-tools">
          <Button variant="primary" isDisabled={!paper.data} onPress={() => window.print()}>
            {t("trust.sheet.print")}
          </Button>
          <Link className="link-button" to="/settings/{-$section}" params={{ section: "key" }}>
            {t("trust.sheet.back")}
          </Link>
        </div>
      </header>
      <ErrorCallout error={keys.error} />
      {!paper.data && (
        <Form
          className="panel-form"
          onSubmit={() => {
            if (passphrase !== "") paper.mutate({ keyid, passphrase });
          }}
        >
          <p>{t("trust.sheet.lead")}</p>
          <PassphraseField
            label={t("trust.sheet.passphrase")}
            value={passphrase}
            onChange={setPassphrase}
            isRequired
            autoFocus
          />
          <ErrorCallout error={paper.error} />
          <div className="form-actions">
            <Button type="submit" variant="primary" isPending={paper.isPending}>
              {t("trust.sheet.show")}
            </Button>
          </div>
        </Form>
      )}
      {paper.data && keys.data && (
        <OfficialSheet
          title={paper.data.use === "root" ? "BẢN GIẤY KHÓA GỐC" : "BẢN GIẤY KHÓA MÃ HÓA"}
          signers={["NGƯỜI IN", "NGƯỜI NIÊM PHONG"]}
        >
          <p>
            <b>MẬT.</b> Cho vào phong bì niêm phong, cất trong két. Ai đọc được mã này dùng được khóa.
          </p>
          <dl>
            <dt>Mã khóa</dt>
            <dd>{printKeyGroups(shownAs)}</dd>
          </dl>
          <code className="official-code">{paper.data.code.replaceAll("-", "- ")}</code>
          <p>Khi cần: mở Sổ Công Đoàn, Cài đặt, Khóa ký số, Khôi phục khóa từ giấy, rồi gõ mã trên.</p>
        </OfficialSheet>
      )}
    </div>
  );
}
