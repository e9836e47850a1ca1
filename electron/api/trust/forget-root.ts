import { appendAudit } from "../../database/queries/audit.ts";
import { forgetSigningKey, listKeys } from "../../database/queries/signing-keys.ts";
import { readPaperCode } from "../../exchange/paper-key.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import { heldList } from "../bundle/keyring.ts";
import { api } from "../implementation.ts";
import { requireDetails } from "./change.ts";
import { refusal, refusalOf } from "./refusals.ts";

/** The paper is read back first: a key that is only on a paper nobody can read is a lost key. */
export const forgetRoot = api.trust.forgetRoot.handler(async ({ input, context: { workspace }, errors }) => {
  const held = await heldList(workspace);
  if (!held?.isOwn) throw errors.NO_TRUST();
  const isHere = () =>
    listKeys(workspace.db).some(({ keyid, purpose }) => keyid === input.keyid && purpose === "root");
  if (!isHere()) throw errors.KEY_NOT_LISTED();
  try {
    const paper = readPaperCode(input.paperCode);
    if (paper.use !== "root" || publicHalf(paper.privateKey).keyid !== input.keyid)
      throw refusal("E_KEY_PAPER", errors);
  } catch (error) {
    throw refusalOf(error, errors);
  }
  await workspace.write(() => {
    if (!isHere()) throw errors.KEY_NOT_LISTED();
    forgetSigningKey(workspace.db, input.keyid, workspace.now());
    appendAudit(workspace.db, workspace.act(), "trust.forgetRoot", input.keyid, {});
  });
  return requireDetails(workspace);
});
