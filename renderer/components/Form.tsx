import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";

interface FormProps {
  readonly className?: string;
  /** Enter in a field or the submit button. */
  readonly onSubmit: () => void;
  /** What the last submit was refused with, when that came later; a field says it where one is at fault. */
  readonly refused?: unknown;
  /** Said under the form after a submit that fields held up, until something is typed. */
  readonly faultSentence?: (fields: number) => string;
  readonly children: ReactNode;
}

/**
 * A form whose fields say themselves what is wrong: after a refused submit the focus stands in the first refused field. A text
 * that cannot be read stands for no value, so nothing is handed in before it is mended or taken away.
 */
export function Form({ className, onSubmit, refused, faultSentence, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState(0);
  useEffect(() => {
    if (refused) toFault(form.current);
  }, [refused]);
  function submit(event: FormEvent) {
    event.preventDefault();
    const unread = form.current?.querySelector<HTMLElement>("[data-unread]");
    // A half typed text says what is wrong with it once it is left.
    if (unread) {
      unread.focus();
      unread.blur();
    } else onSubmit();
    // After React has painted what the submit found.
    setTimeout(() => setFaults(toFault(form.current)));
  }
  return (
    <form ref={form} className={className} onSubmit={submit} onInput={() => setFaults(0)} noValidate>
      {children}
      {faultSentence && (
        <p className="so-form-faults" role="status">
          {faults > 0 && faultSentence(faults)}
        </p>
      )}
    </form>
  );
}

/** Puts the focus into the first refused field. @returns how many there are */
function toFault(form: HTMLFormElement | null): number {
  const fields = form?.querySelectorAll<HTMLElement>("[aria-invalid=true]");
  fields?.[0]?.focus();
  return fields?.length ?? 0;
}
