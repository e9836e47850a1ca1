import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { ChevronDownIcon } from "./icons.tsx";
import "./button.css";
import "./list-box.css";
import "./menu.css";

interface MenuChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Key that does the same. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
}

interface MenuProps<Id extends string> {
  readonly choices: readonly MenuChoice<Id>[];
  readonly onChoose: (id: Id) => void;
  readonly children: ReactNode;
}

/** A button that opens a short list of acts, which is named after it. */
export function Menu<Id extends string>({ choices, onChoose, children }: MenuProps<Id>) {
  return (
    <MenuTrigger>
      <AriaButton className="so-button">
        {children}
        <ChevronDownIcon />
      </AriaButton>
      <Popover className="so-popover">
        <AriaMenu
          className="so-list-box"
          disabledKeys={choices.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onAction={(key) => {
            const chosen = choices.find(({ id }) => id === key);
            if (chosen) onChoose(chosen.id);
          }}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className="so-menu-item"
              aria-keyshortcuts={choice.keys?.replace("Ctrl", "Control")}
            >
              <span>{choice.label}</span>
              {choice.keys !== undefined && <kbd aria-hidden="true">{choice.keys}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
