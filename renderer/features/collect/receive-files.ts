// From files of this computer to a preview: each is handed over, then they are read in groups, as one job that can be called off.
import { type CollectPreview, MOST_FILES_AT_ONCE } from "../../../shared/contract/collect.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { Rhythm } from "../../../shared/domain/period.ts";
import { client } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";

export interface Received {
  readonly preview: CollectPreview | null;
  /** Names of files that could not be handed over: too large, or gone meanwhile. */
  readonly notSent: readonly string[];
}

interface ReceiveRequest {
  readonly files: readonly File[];
  readonly previewId: string | null;
  readonly form: Rhythm;
  readonly period: string;
}

/** Nothing waits as a handle for longer than its group: a handle lives for a while only. */
export async function* receiveFiles(
  { files, previewId, form, period }: ReceiveRequest,
  signal: AbortSignal,
): AsyncGenerator<JobProgress, Received> {
  const notSent: string[] = [];
  let preview: CollectPreview | null = null;
  let id = previewId;
  const total = files.length * 2;
  for (let start = 0; start < files.length; start += MOST_FILES_AT_ONCE) {
    const sent: { ticket: string; fileName: string }[] = [];
    for (const file of files.slice(start, start + MOST_FILES_AT_ONCE)) {
      signal.throwIfAborted();
      try {
        sent.push(await uploadFile(file));
      } catch {
        notSent.push(file.name);
      }
      yield { step: "uploading", done: start * 2 + sent.length, total };
    }
    if (sent.length === 0) continue;
    const job = await client.collect.preview(
      { previewId: id, files: sent, expect: { form, period } },
      { signal },
    );
    for (;;) {
      const step = await job.next();
      if (step.done) {
        preview = step.value;
        id = preview.previewId;
        break;
      }
      const share =
        step.value.total === 0 ? 0 : Math.floor((step.value.done * sent.length) / step.value.total);
      yield { step: step.value.step, done: start * 2 + sent.length + share, total };
    }
  }
  return { preview, notSent };
}
