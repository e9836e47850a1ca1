import { Callout } from "../components/Callout.tsx";
import { ErrorWords } from "./ErrorWords.tsx";

/** What went wrong, in a box that is announced when it appears; nothing while nothing did. */
export function ErrorCallout({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <Callout tone="danger">
      <ErrorWords error={error} />
    </Callout>
  );
}
