// Opens an office folder for a host: the one place where file, clock and program meet.
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import type { Clock } from "../../shared/domain/clock.ts";
import { DatabaseError } from "../database/database-error.ts";
import { type OfficeFile, openOfficeFile } from "../database/office-file.ts";
import { ExchangeError } from "../exchange/codes.ts";
import { runCryptoSelfTest } from "../exchange/crypto-self-test.ts";
import type { SealOptions } from "../exchange/key-file.ts";
import { FileTickets } from "../files/tickets.ts";
import { settleLogged } from "./corrections/settle-logged.ts";
import type { ApiContext } from "./implementation.ts";
import { type Router, router } from "./router.ts";
import { type Program, Workspace } from "./workspace.ts";

interface HostOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly program: Program["host"];
  /** Computes the known answers before any key is used; replaced only by the test of what follows a wrong one. */
  readonly selfTest?: () => void;
  /** How new key files are sealed; only tests make it cheaper than security.md K2 wants. */
  readonly sealing?: SealOptions;
}

export interface Host {
  readonly router: Router;
  readonly context: ApiContext;
  readonly tickets: FileTickets;
  close(): Promise<void>;
}

/**
 * Tests this computer's cryptography first; one that fails is only looked at (security.md K1).
 * @throws {DatabaseError} when the office cannot be opened
 */
export async function openHost(options: HostOptions): Promise<Host> {
  const { dataFolder, clock, program, selfTest = runCryptoSelfTest, sealing } = options;
  const cryptoFault = faultOf(selfTest);
  let file = await openFile(dataFolder, `${program}, ${process.pid}`, cryptoFault);
  const tickets = new FileTickets(join(dataFolder, "incoming"));
  const openWorkspace = () => {
    const opened = new Workspace(
      file,
      clock,
      { name: "Sổ Công Đoàn", version: packageJson.version, host: program },
      tickets,
      sealing,
    );
    if (cryptoFault !== null) file.db.raw.pragma("query_only = ON");
    return opened;
  };
  let workspace = openWorkspace();
  if (cryptoFault === null) await settleLogged(workspace);
  const context: ApiContext = {
    get workspace() {
      return workspace;
    },
    cryptoFault,
    current: () => workspace,
    async exchangeFile() {
      file = await file.exchange();
      workspace = openWorkspace();
      if (cryptoFault === null) await settleLogged(workspace);
    },
  };
  return { router, context, tickets, close: () => file.close() };
}

function faultOf(selfTest: () => void): string | null {
  try {
    selfTest();
    return null;
  } catch (error) {
    if (error instanceof ExchangeError) return error.detail ?? error.code;
    throw error;
  }
}

async function openFile(dataFolder: string, holder: string, cryptoFault: string | null): Promise<OfficeFile> {
  try {
    return await openOfficeFile(dataFolder, holder);
  } catch (error) {
    // Whoever cannot compute a digest finds every audit chain broken: the file is not to blame.
    const isOurs = error instanceof DatabaseError && error.code === "DATABASE_DAMAGED";
    throw isOurs && cryptoFault !== null ? new DatabaseError("E_CRYPTO_SELFTEST", cryptoFault) : error;
  }
}
