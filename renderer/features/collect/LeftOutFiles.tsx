import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";
import type { LeftOutFile } from "./chosen-files.ts";

const MOST_SHOWN = 20;

/** Files that were chosen and are not read, each with why. */
export function LeftOutFiles({ files }: { readonly files: readonly LeftOutFile[] }) {
  const t = useText();
  if (files.length === 0) return null;
  return (
    <Callout tone="warning" title={t("collect.receive.leftOut", { number: files.length })}>
      <ul>
        {files.slice(0, MOST_SHOWN).map(({ name, reason }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two folders may hold files of one name, and the list never changes
          <li key={index}>
            {name}: {t(`collect.receive.${reason}`)}
          </li>
        ))}
      </ul>
      {files.length > MOST_SHOWN && (
        <p>{t("collect.receive.moreLeftOut", { number: files.length - MOST_SHOWN })}</p>
      )}
    </Callout>
  );
}
