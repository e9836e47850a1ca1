import { Button, Input, Label, SearchField as AriaSearchField } from "react-aria-components";
import { CloseIcon, SearchIcon } from "./icons.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./field.css";
import "./search-field.css";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** Narrows what is below it while typing. Esc empties it. */
export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  const words = useWidgetWords();
  return (
    <AriaSearchField {...rest} className="so-field so-search-field">
      <Label className="so-field-label">{label}</Label>
      <div className="so-search">
        <SearchIcon />
        <Input
          className="so-field-input"
          spellCheck={false}
          {...(placeholder !== undefined && { placeholder })}
        />
        <Button className="so-search-clear" aria-label={words.clear}>
          <CloseIcon />
        </Button>
      </div>
    </AriaSearchField>
  );
}
