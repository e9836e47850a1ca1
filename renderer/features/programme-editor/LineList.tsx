import { type ReactNode, useRef } from "react";
import { Button } from "../../components/Button.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { CloseIcon } from "../../components/icons.tsx";
import { useText } from "../../text/use-text.ts";

interface LineListProps<Line> {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly render: (line: Line, index: number) => ReactNode;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

/** Lines of one kind; a new one takes the focus. */
export function LineList<Line>({ title, lines, render, onAdd, onRemove }: LineListProps<Line>) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  function add() {
    onAdd();
    setTimeout(() => list.current?.lastElementChild?.querySelector<HTMLElement>("input, textarea")?.focus());
  }
  return (
    <section className="line-list">
      <h2>{title}</h2>
      <ol ref={list}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no other name
          <li key={index}>
            {render(line, index)}
            <IconButton
              label={t("programmeEditor.list.remove", { number: index + 1 })}
              onPress={() => onRemove(index)}
            >
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button onPress={add} aria-label={t("programmeEditor.list.addTo", { list: title })}>
        {t("programmeEditor.list.add")}
      </Button>
    </section>
  );
}
