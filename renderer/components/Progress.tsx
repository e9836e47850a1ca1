import { Label, ProgressBar } from "react-aria-components";
import { Button } from "./Button.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./progress.css";

interface ProgressProps {
  /** What it is doing. */
  readonly label: string;
  readonly value: number;
  /** 0 = how much there is to do is not known yet. */
  readonly maxValue: number;
  /** "340/1.200"; without it the percentage is shown. */
  readonly countText?: string;
  /** Leaves things as they were. */
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
}

export function Progress({ label, value, maxValue, countText, onCancel, cancelLabel }: ProgressProps) {
  const words = useWidgetWords();
  const isUnknown = maxValue <= 0;
  // Rounded down: 100 % is said only when everything is done.
  const percent = isUnknown ? 0 : Math.floor((Math.min(value, maxValue) * 100) / maxValue);
  const shownCount = countText ?? `${percent} %`;
  return (
    <div className="so-progress">
      <ProgressBar
        className="so-progress-main"
        value={percent}
        valueLabel={shownCount}
        isIndeterminate={isUnknown}
      >
        <div className="so-progress-text">
          <Label>{label}</Label>
          {!isUnknown && <span className="so-progress-count">{shownCount}</span>}
        </div>
        <div className="so-progress-track">
          <div
            className={isUnknown ? "so-progress-bar so-progress-unknown" : "so-progress-bar"}
            style={{ width: isUnknown ? "100%" : `${percent}%` }}
          />
        </div>
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>{cancelLabel ?? words.cancel}</Button>}
    </div>
  );
}
