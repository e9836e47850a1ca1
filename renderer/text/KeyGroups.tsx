import { printKeyGroups } from "./print.ts";
import "./key-groups.css";

/** A keyid, a fingerprint or the public part of an encryption key in groups of four, to be read aloud and compared with paper. */
export function KeyGroups({ code }: { readonly code: string }) {
  return <code className="key-groups">{printKeyGroups(code)}</code>;
}
