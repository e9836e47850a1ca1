// A backup under a passphrase: a plain age file (age-encryption.org/v1), so that the age tool opens it too.
import { Decrypter, Encrypter } from "age-encryption";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { isEncrypted } from "../encryption.ts";
import { MAX_SCRYPT_LOG_N } from "../limits.ts";
import { normalisePassphrase } from "../passphrase.ts";

/** About a second of work for each guess. */
const SCRYPT_LOG_N = 18;
/** The header of a file with one passphrase is some 150 bytes. */
const HEADER_BYTES = 1024;

export { isEncrypted };

/** Encrypts a stream as it goes by. @param logN scrypt cost; tests take a low one */
export async function* encryptBackup(
  chunks: AsyncIterable<Uint8Array>,
  passphrase: string,
  logN = SCRYPT_LOG_N,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalisePassphrase(passphrase));
  encrypter.setScryptWorkFactor(logN);
  yield* await encrypter.encrypt(streamOf(chunks));
}

/**
 * Decrypts a stream as it goes by. Each chunk was authenticated before it is given on.
 * @param start the first bytes of the file, in which the cost of the passphrase is bounded before it is paid
 * @throws {BackupFault} BACKUP_PASSPHRASE, BACKUP_DAMAGED
 */
export async function* decryptBackup(
  chunks: AsyncIterable<Uint8Array>,
  passphrase: string,
  start: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.from(start.subarray(0, HEADER_BYTES)).toString("latin1");
  const logN = /^-> scrypt \S+ (\d+)$/m.exec(header)?.[1];
  // For keys of others, or with a cost nobody would have chosen: not made here.
  if (logN === undefined || Number(logN) > MAX_SCRYPT_LOG_N)
    throw new BackupFault("BACKUP_DAMAGED", "scrypt");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalisePassphrase(passphrase));
  try {
    yield* await decrypter.decrypt(streamOf(chunks));
  } catch (error) {
    if (error instanceof BackupFault || isSystemFault(error)) throw error;
    // The package tells its faults by words only; the tests hold this one.
    const isWrong = error instanceof Error && error.message.startsWith("no identity matched");
    throw new BackupFault(isWrong ? "BACKUP_PASSPHRASE" : "BACKUP_DAMAGED", isWrong ? "" : "age");
  }
}

/** What the file system says, e.g. a stick that was pulled out. */
function isSystemFault(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^E[A-Z]+$/.test(error.code)
  );
}

/** As much as is asked for and no more: a backup does not fit into memory. */
function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
