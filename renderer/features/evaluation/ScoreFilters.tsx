import { EVALUATION_STATUSES } from "../../../shared/domain/evaluation.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import { Select } from "../../components/Select.tsx";
import { useText } from "../../text/use-text.ts";
import { printGroup } from "./print-evaluation.ts";
import { countWith, lineGroups, type ScoreFilter, type ScoreLine } from "./scoreboard-filter.ts";

interface ScoreFiltersProps {
  readonly programme: Programme | undefined;
  readonly lines: readonly ScoreLine[];
  readonly filter: ScoreFilter;
  readonly onChange: (filter: ScoreFilter) => void;
}

const CORE_GROUPS = ["memberDevelopment", "memberWelfare", "unionFinance"] as const;

/** Narrowing the scoreboard; each choice says how many lines it would show. A choice that splits nothing is not offered. */
export function ScoreFilters({ programme, lines, filter, onChange }: ScoreFiltersProps) {
  const t = useText();
  const all = (choice: Partial<ScoreFilter>) =>
    `${t("evaluation.filterAll")} (${countWith(lines, filter, choice)})`;
  const groups = lineGroups(programme, lines);
  const cores = CORE_GROUPS.filter((core) => lines.some(({ target }) => target?.coreGroup === core));
  const statuses = EVALUATION_STATUSES.filter((status) => lines.some(({ row }) => row.status === status));
  return (
    <>
      {groups.length > 1 && (
        <Select
          label={t("evaluation.filterGroup")}
          value={filter.group}
          onChange={(group) => onChange({ ...filter, group })}
          options={[
            { id: "all", label: all({ group: "all" }) },
            ...groups.map(({ id, group }) => ({
              id,
              label: `${printGroup(group, t)} (${countWith(lines, filter, { group: id })})`,
            })),
          ]}
        />
      )}
      {cores.length > 0 && (
        <Select
          label={t("evaluation.filterCore")}
          value={filter.core}
          onChange={(core) => onChange({ ...filter, core })}
          options={[
            { id: "all" as const, label: all({ core: "all" }) },
            ...cores.map((core) => ({
              id: core,
              label: `${t(`labels.coreGroup.${core}`)} (${countWith(lines, filter, { core })})`,
            })),
          ]}
        />
      )}
      <Select
        label={t("evaluation.filter")}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        options={[
          { id: "all" as const, label: all({ status: "all" }) },
          ...statuses.map((status) => ({
            id: status,
            label: `${t(`labels.evaluationStatus.${status}`)} (${countWith(lines, filter, { status })})`,
          })),
        ]}
      />
    </>
  );
}
