// A program of its own for the tests that kill it: opens an office and saves a report as the window of the product does.
// node save-from-window.ts DATA DIGEST PLACE
import { createRouterClient } from "@orpc/server";
import { openHost } from "../../electron/api/host.ts";
import { windowFiles } from "../../electron/main/window-files.ts";

const [data = "", digest = "", place = ""] = process.argv.slice(2);
const clock = { now: () => new Date("2026-03-10T02:00:00Z") };
const host = await openHost({ dataFolder: data, clock, program: "electron" });
const { ticket } = await createRouterClient(host.router, { context: host.context }).submissions.download({
  digest,
  encryption: "off",
});
const files = windowFiles(
  host.tickets,
  () => Promise.resolve(place),
  () => Promise.resolve(new Uint8Array()),
  () => undefined,
);
const outcome = await files.save(ticket);
await host.close();
process.exitCode = outcome === "saved" ? 0 : 1;
