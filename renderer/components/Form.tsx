import { type FormEvent, type ReactNode, useEffect, useRef } from "react";

interface FormProps {
  readonly className?: string;
  /** Enter in a field or the submit button. */
  readonly onSubmit: () => void;
  /** What the last submit was refused with, when that came later; a field says it where one is at fault. */
  readonly refused?: unknown;
  readonly children: ReactNode;
}

/** A form whose fields say themselves what is wrong: after a refused submit the focus stands in the first refused field. */
export function Form({ className, onSubmit, refused, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused) toFault(form.current);
  }, [refused]);
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
    // After React has painted what the submit found.
    setTimeout(() => toFault(form.current));
  }
  return (
    <form ref={form} className={className} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}

function toFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
