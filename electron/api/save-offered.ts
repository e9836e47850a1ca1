// What every host does that is told where to save: the file whole under its name, and only then that it was saved.
import { failPoint } from "../database/fail-point.ts";
import { writeStreamDurably } from "../files/durable-write.ts";
import type { OfferedFile } from "../files/tickets.ts";

/**
 * Writes an offered file in the place of what stands there.
 * @throws {DurableWriteError} nothing of it stays, and it does not count as saved
 */
export async function saveOffered(path: string, file: Pick<OfferedFile, "stream" | "saved">): Promise<void> {
  await writeStreamDurably(path, watched(file.stream()), { ifExists: "replace" });
  failPoint("export.after_write");
  await file.saved();
}

/** A file on its way; the step after its first bytes is one at which the fault tests end the program. */
async function* watched(chunks: ReturnType<OfferedFile["stream"]>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    failPoint("export.after_bytes");
  }
}
