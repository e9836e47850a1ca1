import { type ReactNode, useState } from "react";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { unsavedForms } from "./unsaved-forms.ts";

interface LeaveQuestion {
  /** Does what takes a panel away: at once, or after the question when something typed would go with it. */
  readonly ask: (act: () => void) => void;
  /** To be drawn where the panel is. */
  readonly question: ReactNode;
}

/** For a page that puts one panel in the place of another. */
export function useLeaveQuestion(): LeaveQuestion {
  const [waiting, setWaiting] = useState<{ readonly act: () => void } | null>(null);
  return {
    ask(act) {
      if (unsavedForms.has()) setWaiting({ act });
      else act();
    },
    question: waiting && (
      <LeaveDialog
        onStay={() => setWaiting(null)}
        onLeave={() => {
          setWaiting(null);
          unsavedForms.giveUp(unsavedForms.list());
          waiting.act();
        }}
      />
    ),
  };
}
