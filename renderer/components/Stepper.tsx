import { CheckIcon } from "./icons.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./stepper.css";

export interface Step<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface StepperProps<Id extends string> {
  readonly label: string;
  readonly steps: readonly Step<Id>[];
  readonly current: NoInfer<Id>;
  /** Given = steps that are behind can be gone back to. */
  readonly onStep?: (id: Id) => void;
}

/** Where one stands in work that has an order. */
export function Stepper<Id extends string>({ label, steps, current, onStep }: StepperProps<Id>) {
  const words = useWidgetWords();
  const currentIndex = steps.findIndex(({ id }) => id === current);
  return (
    <nav aria-label={label}>
      <ol className="so-stepper">
        {steps.map((step, index) => {
          const place = index < currentIndex ? "done" : index === currentIndex ? "current" : "ahead";
          return (
            <li
              key={step.id}
              className="so-step"
              data-place={place}
              aria-current={place === "current" ? "step" : undefined}
            >
              <span className="so-step-number" aria-hidden="true">
                {place === "done" ? <CheckIcon /> : index + 1}
              </span>
              {place === "done" && onStep ? (
                <button type="button" className="so-step-button" onClick={() => onStep(step.id)}>
                  {step.label}
                </button>
              ) : (
                <span>{step.label}</span>
              )}
              {place === "done" && <span className="visually-hidden">{words.stepDone}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
