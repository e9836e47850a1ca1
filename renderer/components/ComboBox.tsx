import type { KeyboardEvent } from "react";
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
  /**
   * Given, a typed text takes the first choice that answers it: Enter takes it and tells it here, Tab takes it and goes on.
   * Otherwise the text is given up unless a choice is pointed at.
   */
  readonly onEnter?: (id: Id) => void;
}

const matchesWithoutAccents = (label: string, typed: string) => matchesSearch(searchKey(label), typed);

/** A choice found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, description, errorMessage, isRequired = false, value, onChange, options, ...rest } = props;
  const { filter = matchesWithoutAccents, placeholder, onEnter, ...field } = rest;
  const words = useWidgetWords();

  function takeFirst(event: KeyboardEvent<HTMLDivElement>) {
    const { key, target, nativeEvent, shiftKey } = event;
    if (!onEnter || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
    if (key !== "Enter" && (key !== "Tab" || shiftKey)) return;
    const pointed = document.getElementById(target.getAttribute("aria-activedescendant") ?? "");
    const typed = target.value.trim();
    const choice =
      pointed === null
        ? options.find(({ label: text }) => typed !== "" && (text === typed || filter(text, typed)))
        : options[Number(pointed.dataset["key"])];
    if (!choice) return;
    onChange(choice.id);
    if (key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    onEnter(choice.id);
  }

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
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field inside */}
      <div className="so-combo" onKeyDownCapture={takeFirst}>
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
