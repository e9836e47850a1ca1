import { type FormEvent, type ReactNode, useRef } from "react";

interface FormProps {
  readonly className?: string;
  /** Enter in a field or the submit button. */
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form whose fields say themselves what is wrong: after a refused submit the focus stands in the first refused field. */
export function Form({ className, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
    // After React has painted what the submit found.
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }
  return (
    <form ref={form} className={className} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
