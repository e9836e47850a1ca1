import { compare } from "./compare.ts";
import { open, openCells, request } from "./correction-view.ts";
import { remarks, reply } from "./give-reply.ts";
import { rehearse } from "./rehearse.ts";

/** The way of a report that comes back: answered, its cells opened, corrected, compared; and tried before it is signed. */
export const correctionsRouter = { reply, remarks, open, openCells, request, compare, rehearse };
