// A program of its own for the tests that kill it: opens an office and saves a report as the window of the product does.
// node save-from-window.ts DATA DIGEST PLACE
import { windowFiles } from "../../electron/main/window-files.ts";
import { openOffice } from "./test-office.ts";

const [data = "", digest = "", place = ""] = process.argv.slice(2);
const { host, client } = await openOffice(data, { program: "electron" });
const { ticket } = await client.submissions.download({ digest, encryption: "off" });
const files = windowFiles(
  host.tickets,
  () => Promise.resolve(place),
  () => Promise.resolve(new Uint8Array()),
  () => undefined,
);
const outcome = await files.save(ticket);
await host.close();
process.exitCode = outcome === "saved" ? 0 : 1;
