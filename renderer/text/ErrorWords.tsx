import { describeError } from "./describe-error.ts";
import { useText } from "./use-text.ts";

/** The body of an error message: what happened, what was kept, what to do next, the code in small type. */
export function ErrorWords({ error }: { readonly error: unknown }) {
  const t = useText();
  const { what, kept, next, code } = describeError(error, t);
  return (
    <>
      <strong>{what}</strong> {kept} {next}{" "}
      <small className="error-code">
        {t("shell.code")} {code}
      </small>
    </>
  );
}
