import { Dialog } from "../../components/Dialog.tsx";
import { useText } from "../../text/use-text.ts";
import { KEY_TABLE } from "./entry-keys.ts";

/** F1: every key of the form, and what the cells' looks mean. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t("entry.keys.title")} size="wide" onClose={onClose}>
      <dl className="entry-keys">
        {KEY_TABLE.map(({ keys, name }) => (
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
