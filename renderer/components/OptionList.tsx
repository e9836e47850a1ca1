import { ListBox, ListBoxItem } from "react-aria-components";
import type { Choice } from "./choice.ts";
import "./list-box.css";

interface OptionListProps {
  readonly label: string;
  readonly options: readonly Choice[];
  readonly emptyText?: string;
}

/** The list inside a Select or ComboBox. */
export function OptionList({ label, options, emptyText }: OptionListProps) {
  return (
    <ListBox
      className="so-list-box"
      aria-label={label}
      renderEmptyState={() => <div className="so-list-empty">{emptyText}</div>}
    >
      {options.map((option, index) => (
        // The position is the widget's id of an item, which may not change: a choice that moves is a new item.
        <ListBoxItem
          key={`${index} ${option.id}`}
          id={String(index)}
          className="so-option"
          textValue={option.label}
        >
          <span>
            {option.label}
            {option.description !== undefined && (
              <span className="so-option-description">{option.description}</span>
            )}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
