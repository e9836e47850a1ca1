import { printKeyGroups } from "./print.ts";
import "./key-groups.css";

/** A keyid or fingerprint in groups of four, to be read aloud and compared with paper. */
export function KeyGroups({ hex }: { readonly hex: string }) {
  return <code className="key-groups">{printKeyGroups(hex)}</code>;
}
