import { Button } from "../components/Button.tsx";
import { ErrorCallout } from "./ErrorCallout.tsx";
import { useText } from "./use-text.ts";

interface FormActionsProps {
  /** What the form asks for: how the last try ended, and whether one is under way. */
  readonly call: { readonly error: unknown; readonly isPending: boolean };
  readonly submitLabel: string;
  readonly onCancel: () => void;
}

/** The end of a form that is handed in or left. */
export function FormActions({ call, submitLabel, onCancel }: FormActionsProps) {
  const t = useText();
  return (
    <>
      <ErrorCallout error={call.error} />
      <div className="form-actions">
        <Button type="submit" variant="primary" isPending={call.isPending}>
          {submitLabel}
        </Button>
        <Button onPress={onCancel}>{t("shell.cancel")}</Button>
      </div>
    </>
  );
}
