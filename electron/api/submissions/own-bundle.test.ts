// The office's own sent file, dropped into its own inbox.
import { expect, it } from "vitest";
import { inspect } from "../../../test/support/exchange-between.ts";
import { approveMay, MAY, submit } from "../../../test/support/signed-report.ts";
import { offered, openTestOffice } from "../../../test/support/test-office.ts";

it("is told to be its own and where its report is, whatever else refuses it", async () => {
  const office = await openTestOffice();
  try {
    await approveMay(office.client);
    const { digest } = await submit(office.client, MAY);
    const { ticket } = await office.client.submissions.download({ digest, encryption: "off" });
    const preview = await inspect(office, offered(office.host, ticket), {});
    expect(preview).toMatchObject({ ok: false, ownBundle: { report: MAY } });
  } finally {
    await office.close();
  }
});
