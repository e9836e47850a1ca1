import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { wholeTarget } from "../../../shared/catalogue/programme-draft.ts";
import { findProgrammeFaults } from "../../../shared/catalogue/programme-schema.ts";
import { blankProgramme, type DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import { COUNTED_REGISTER_LABELS } from "../../../shared/domain/labels.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { Target } from "../../../shared/domain/target.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { useDataWords } from "../../text/data-words.ts";
import { printNumber, printPeriod } from "../../text/print.ts";
import { useLabel, useLanguage, useText } from "../../text/use-text.ts";
import { TitlePercents } from "./TitlePercents.tsx";
import { elementNames, targetSentence } from "./target-sentence.ts";

interface TargetMeaningProps {
  readonly target: DraftTarget;
  readonly term: Programme["term"];
}

/** The sentence a target says, and its value on present figures, while it is put together. */
export function TargetMeaning({ target, term }: TargetMeaningProps) {
  const t = useText();
  const words = useDataWords();
  const label = useLabel();
  const element = elementNames(useLanguage() === "en");
  // A target without a title has a meaning already.
  const whole = wholeTarget({ ...target, title: target.title === "" ? "–" : target.title });
  const isComputable = whole !== undefined && canBeJudged(whole);
  return (
    <div className="target-meaning" aria-live="polite">
      <p>
        <strong>{t("programmeEditor.sentence.title")}:</strong>{" "}
        {isComputable
          ? targetSentence(whole, { t, label, element, asked: words.asked, grades: gradeWordsOf(term.from) })
          : t("programmeEditor.sentence.incomplete")}
      </p>
      {isComputable && !whole.qualitative && <LiveValue target={whole} term={term} />}
      <TitlePercents targets={[target]} />
    </div>
  );
}

/** Whether an evaluation knows how to form it: a half-made formula is not tried. */
function canBeJudged(target: Target): boolean {
  const { ofWhich: _, ...alone } = target;
  const programme = { ...blankProgramme("X", "", 2000), targets: [alone] };
  return findProgrammeFaults(programme).length === 0;
}

interface LiveValueProps {
  readonly target: Target;
  readonly term: Programme["term"];
}

function LiveValue({ target, term }: LiveValueProps) {
  const t = useText();
  const language = useLanguage();
  const words = useDataWords();
  const tried = useDeferredValue(target);
  const judged = useQuery({
    ...api.programmeEditing.judge.queryOptions({ input: { target: tried, term } }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  if (judged.isPending) return <p>{t("programmeEditor.live.waiting")}</p>;
  const row = judged.data;
  if (!row) return <p>{t("programmeEditor.live.none")}</p>;
  const isRatio = row.denominator !== null && row.numerator !== null;
  return (
    <p>
      <strong>{t("programmeEditor.live.title")}:</strong>{" "}
      {isRatio
        ? t("programmeEditor.live.ratio", {
            period: printPeriod(row.period, t),
            numerator: printNumber(row.numerator),
            denominator: printNumber(row.denominator),
            display: words.result(row),
          })
        : t("programmeEditor.live.figure", {
            period: printPeriod(row.period, t),
            display: words.result(row),
          })}{" "}
      <Badge tone="neutral">{t(`labels.evaluationStatus.${row.status}`)}</Badge>{" "}
      {row.register === null
        ? t("programmeEditor.live.reporting", { reporting: printNumber(row.unitsReporting) })
        : t("evaluation.fromRegister", { register: COUNTED_REGISTER_LABELS[row.register][language] })}
    </p>
  );
}
