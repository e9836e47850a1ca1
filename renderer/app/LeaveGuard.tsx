import { useBlocker } from "@tanstack/react-router";
import { LeaveDialog } from "../components/LeaveDialog.tsx";
import { unsavedForms } from "../components/unsaved-forms.ts";

interface Place {
  readonly pathname: string;
  readonly search: object;
}

/** Asks before a page with something typed in a form is left: by the menu, Back, another row, or with the window. */
export function LeaveGuard() {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsavedForms.has() && placeOf(current) !== placeOf(next),
    enableBeforeUnload: () => unsavedForms.has(),
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  return (
    <LeaveDialog
      onStay={blocker.reset}
      onLeave={() => {
        unsavedForms.giveUp(unsavedForms.list());
        blocker.proceed();
      }}
    />
  );
}

/** A list of incidents opens and closes beside whatever is open. */
function placeOf({ pathname, search }: Place): string {
  const rest = Object.entries(search).filter(([name]) => name !== "incidents" && name !== "incidentsIn");
  return JSON.stringify([pathname, rest.toSorted(([left], [right]) => left.localeCompare(right))]);
}
