import { Button, ComboBox as AriaComboBox, Input, Popover } from "react-aria-components";
import { matchesSearch, searchKey } from "../../shared/domain/text.ts";
import { type Choice, keyOf } from "./choice.ts";
import { FieldLabel, FieldNotes, type FieldProps } from "./FieldParts.tsx";
import { ChevronDownIcon } from "./icons.tsx";
import { OptionList } from "./OptionList.tsx";
import { useWidgetWords } from "./widget-words.ts";
import "./combo-box.css";

export interface ComboBoxProps<Id extends string> extends FieldProps {
  readonly value: NoInfer<Id> | null;
  /** Null when the text was emptied. */
  readonly onChange: (id: Id | null) => void;
  readonly options: readonly Choice<Id>[];
  /** Whether a label answers what is typed. By default every typed word must occur, accents and case aside. */
  readonly filter?: (label: string, typed: string) => boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

const matchesWithoutAccents = (label: string, typed: string) => matchesSearch(searchKey(label), typed);

/** A choice found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, description, errorMessage, isRequired = false, value, onChange, options, ...rest } = props;
  const { filter = matchesWithoutAccents, placeholder, ...field } = rest;
  const words = useWidgetWords();
  return (
    <AriaComboBox
      {...field}
      className="so-field"
      isRequired={isRequired}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      value={keyOf(options, value)}
      onChange={(key) => onChange(key === null ? null : (options[Number(key)]?.id ?? null))}
      defaultFilter={filter}
      menuTrigger="input"
      allowsEmptyCollection
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className="so-combo">
        <Input
          className="so-field-input"
          spellCheck={false}
          {...(placeholder !== undefined && { placeholder })}
        />
        <Button className="so-combo-button" aria-label={words.showChoices}>
          <ChevronDownIcon />
        </Button>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="so-popover">
        <OptionList label={label} options={options} emptyText={words.noMatch} />
      </Popover>
    </AriaComboBox>
  );
}
