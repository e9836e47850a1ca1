import type { Programme } from "../../../shared/domain/programme.ts";
import { useText } from "../../text/use-text.ts";

export function ProgrammeTasks({ programme }: { readonly programme: Programme }) {
  const t = useText();
  const { taskGroups, tasks } = programme;
  if (taskGroups.length === 0 && tasks.length === 0) return <p>{t("programmes.none.tasks")}</p>;
  return (
    <>
      {taskGroups.length > 0 && (
        <section>
          <h3>{t("programmes.taskGroups")}</h3>
          <ol className="numbered-list">
            {taskGroups.map((group) => (
              <li key={group.number} value={group.number}>
                {group.title}
              </li>
            ))}
          </ol>
        </section>
      )}
      {tasks.length > 0 && (
        <section>
          <h3>{t("programmes.tasks")}</h3>
          <ol className="numbered-list">
            {tasks.map((task) => (
              <li key={task.number} value={task.number}>
                {task.title}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
