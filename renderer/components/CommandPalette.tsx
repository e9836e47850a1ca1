import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useWidgetWords } from "./widget-words.ts";
import "./command-palette.css";
import "./dialog.css";

export interface Command {
  readonly id: string;
  /** Items of one group stand together, in the order in which they are found. */
  readonly group: string;
  readonly title: string;
  readonly detail?: string;
}

interface CommandPaletteProps<Item extends Command> {
  readonly label: string;
  readonly placeholder?: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Called at every keystroke: must answer at once. Also asked with "". */
  readonly search: (typed: string) => readonly Item[];
  readonly groupLabel: (group: Item["group"]) => string;
  readonly onChoose: (item: Item) => void;
}

/** Everything in one list: type, arrow, Enter. */
export function CommandPalette<Item extends Command>(props: CommandPaletteProps<Item>) {
  const { label, isOpen, onOpenChange } = props;
  return (
    <ModalOverlay className="so-dialog-overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="so-dialog-modal">
        <Dialog className="so-palette" aria-label={label}>
          <PaletteList {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList<Item extends Command>(props: CommandPaletteProps<Item>) {
  const { label, placeholder, search, groupLabel, onChoose, onOpenChange } = props;
  const words = useWidgetWords();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [index, setIndex] = useState(0);
  const items = search(typed);
  const groups = [...new Set(items.map(({ group }) => group))];
  const optionId = (item: Item) => `${listId}-${item.id}`;
  const ordered = groups.flatMap((group) => items.filter((item) => item.group === group));
  const active = ordered[Math.min(index, ordered.length - 1)];

  function choose(item: Item) {
    onOpenChange(false);
    onChoose(item);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || ordered.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (Math.min(index, ordered.length - 1) + step + ordered.length) % ordered.length;
      setIndex(next);
      const item = ordered[next];
      if (item) document.getElementById(optionId(item))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      choose(active);
    }
  }

  return (
    <>
      <input
        className="so-palette-input"
        role="combobox"
        aria-label={label}
        aria-expanded={ordered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(active)}
        placeholder={placeholder}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIndex(0);
          list.current?.scrollTo({ top: 0 });
        }}
        onKeyDown={onKeyDown}
      />
      {ordered.length === 0 && (
        <p className="so-palette-empty" role="status">
          {words.noMatch}
        </p>
      )}
      <div ref={list} id={listId} className="so-palette-list" role="listbox" aria-label={label}>
        {groups.map((group) => (
          <div key={group} role="group" aria-labelledby={`${listId}-group-${group}`}>
            <div id={`${listId}-group-${group}`} className="so-palette-group-name" role="presentation">
              {groupLabel(group)}
            </div>
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input above has the keys
                <div
                  key={item.id}
                  id={optionId(item)}
                  className="so-palette-item"
                  role="option"
                  tabIndex={-1}
                  aria-selected={item === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(item)}
                >
                  <span>{item.title}</span>
                  {item.detail !== undefined && <span className="so-palette-detail">{item.detail}</span>}
                </div>
              ))}
          </div>
        ))}
      </div>
    </>
  );
}
