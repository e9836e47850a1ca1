import { formatHundredths } from "../../../shared/domain/number-format.ts";
import type { DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import { otherPercents } from "../../../shared/domain/programme-editing/title-percent.ts";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";

/** Targets whose words name another percentage than they ask for. It keeps nothing from being issued. */
export function TitlePercents({ targets }: { readonly targets: readonly DraftTarget[] }) {
  const t = useText();
  const differing = targets.flatMap((target) => {
    const named = otherPercents(target);
    return named.length === 0 ? [] : [{ id: target.id, asked: target.value.amount ?? 0, named }];
  });
  if (differing.length === 0) return null;
  return (
    <Callout tone="warning" title={t("programmeEditor.titlePercents.title")}>
      {t("programmeEditor.titlePercents.lead")}
      <ul>
        {differing.map(({ id, asked, named }) => (
          <li key={id}>
            {t("programmeEditor.titlePercents.line", {
              target: id,
              named: named.map((percent) => `${formatHundredths(percent)} %`).join(", "),
              asked: `${formatHundredths(asked)} %`,
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
