import { Dialog } from "../components/Dialog.tsx";
import { useText } from "../text/use-text.ts";

const ROWS = [
  { keys: ["Ctrl", "K"], word: "palette" },
  { keys: ["Alt", "1–8"], word: "places" },
  { keys: ["Ctrl", "F"], word: "search" },
  { keys: ["?"], word: "whereFrom" },
  { keys: ["Esc"], word: "escape" },
  { keys: ["F1"], word: "keys" },
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t("shell.keys")} onClose={onClose}>
      <table className="plain-table">
        <tbody>
          {ROWS.map(({ keys, word }) => (
            <tr key={word}>
              <th scope="row" className="nowrap">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{t(`shell.keyRows.${word}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
