import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";

/** Saves every official signature of a bundle, one after the other, under the name of the bundle. */
export async function saveCountersignatures(digest: string): Promise<void> {
  for (const { sha256 } of await api.countersignatures.list.call({ digest })) {
    const outcome = await saveDownload(await api.countersignatures.download.call({ digest, sha256 }));
    if (outcome === "cancelled") return;
  }
}
