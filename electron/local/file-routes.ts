// Files go over plain HTTP, not through a call: up as a one-time handle, down once for a handle.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type FileTickets, FileTooLargeError, LARGEST_UPLOAD_BYTES } from "../files/tickets.ts";
import { send, sendJson, sendStream } from "./responses.ts";

/** @param limit bytes; a backup may be larger than anything else */
export async function receiveFile(
  tickets: FileTickets,
  request: IncomingMessage,
  response: ServerResponse,
  limit = LARGEST_UPLOAD_BYTES,
): Promise<void> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return send(response, 413);
  try {
    sendJson(response, { ticket: await tickets.receive(request, limit) });
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the window went away in the middle of it
    if (error instanceof FileTooLargeError) return send(response, 413);
    throw error;
  }
}

/** A POST, not a GET: the handle is used up, and a GET has no side effects (security.md L7). */
export function collectFile(tickets: FileTickets, path: string, response: ServerResponse): void {
  const ticket = /^\/api\/files\/([\w-]{16,64})$/.exec(path)?.[1];
  const file = ticket === undefined ? undefined : tickets.collect(ticket);
  if (!file) return send(response, 404);
  // What the browser does with it nobody tells; that it has all of it is known here. What cannot be remembered of it
  // stays as it was, and can be saved once more.
  response.once("finish", () => void file.saved().catch(() => undefined));
  sendStream(response, file.stream(), file.size);
}
