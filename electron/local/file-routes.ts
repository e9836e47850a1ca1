// Files go over plain HTTP, not through a call: up as a one-time handle, down once for a handle.
import type { IncomingMessage, ServerResponse } from "node:http";
import { OfficeDiskFullError } from "../files/office-disk.ts";
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
    if (error instanceof OfficeDiskFullError) return send(response, 507);
    throw error;
  }
}

/**
 * A POST, not a GET: the handle is used up, and a GET has no side effects (security.md L7). That the file went out here
 * does not say that it arrived: the page says so itself, at `…/arrived`, and only then is it remembered as saved.
 */
export async function collectFile(
  tickets: FileTickets,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const [, ticket, arrived] = /^\/api\/files\/([\w-]{16,64})(\/arrived)?$/.exec(path) ?? [];
  if (ticket === undefined) return send(response, 404);
  if (arrived !== undefined) return send(response, (await tickets.arrived(ticket)) ? 204 : 404);
  const file = tickets.collect(ticket);
  if (!file) return send(response, 404);
  sendStream(response, file.stream(), file.size);
}
