// Opens an office folder for a host: the one place where file, clock and program meet.
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import type { Clock } from "../../shared/domain/clock.ts";
import { openOfficeFile } from "../database/office-file.ts";
import { FileTickets } from "../files/tickets.ts";
import type { ApiContext } from "./implementation.ts";
import { type Router, router } from "./router.ts";
import { type Program, Workspace } from "./workspace.ts";

export interface HostOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly program: Program["host"];
}

export interface Host {
  readonly router: Router;
  readonly context: ApiContext;
  readonly tickets: FileTickets;
  close(): Promise<void>;
}

/** @throws {DatabaseError} when the office cannot be opened */
export async function openHost({ dataFolder, clock, program }: HostOptions): Promise<Host> {
  const file = await openOfficeFile(dataFolder, `${program}, ${process.pid}`);
  const tickets = new FileTickets(join(dataFolder, "incoming"));
  const workspace = new Workspace(
    file,
    clock,
    { name: "Sổ Công Đoàn", version: packageJson.version, host: program },
    tickets,
  );
  return { router, context: { workspace }, tickets, close: () => file.close() };
}
