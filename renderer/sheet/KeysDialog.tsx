import { Dialog } from "../components/Dialog.tsx";
import { useText } from "../text/use-text.ts";
import { KEY_TABLE } from "./entry-keys.ts";

interface KeysDialogProps {
  readonly keys?: typeof KEY_TABLE;
  readonly onClose: () => void;
}

/** F1: every key of the form. */
export function KeysDialog({ keys: table = KEY_TABLE, onClose }: KeysDialogProps) {
  const t = useText();
  return (
    <Dialog title={t("entry.keys.title")} size="wide" onClose={onClose}>
      <dl className="entry-keys">
        {table.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`entry.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
