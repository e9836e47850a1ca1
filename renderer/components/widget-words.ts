import { createContext, useContext } from "react";

/** Words that widgets need but no caller would want to repeat. The application gives them once, in its language. */
export interface WidgetWords {
  readonly close: string;
  readonly cancel: string;
  readonly clear: string;
  /** Label of the button that opens a list of choices. */
  readonly showChoices: string;
  readonly noMatch: string;
  /** Form of a date, shown in an empty date field: "dd/mm/yyyy". */
  readonly dateForm: string;
  readonly dateRefused: string;
  readonly numberRefused: string;
  /** A number outside its range; either end may be open. */
  readonly numberRange: (minimum: number | undefined, maximum: number | undefined) => string;
  readonly chooseFile: string;
  readonly dropFile: string;
  /** Label of the region in which short messages appear. */
  readonly messages: string;
  /** Footer of a table. */
  readonly rowCount: (count: number) => string;
  /** Read after the name of a step that is behind. */
  readonly stepDone: string;
  /** Asked before something typed is dropped: title, what would be lost, and the two answers. */
  readonly leaveTitle: string;
  readonly leaveLead: string;
  readonly stay: string;
  readonly leave: string;
}

export const WidgetWordsContext = createContext<WidgetWords | null>(null);

/** @throws {Error} when the application has not put `WidgetWordsContext` around its pages: a bug, found at once */
export function useWidgetWords(): WidgetWords {
  const words = useContext(WidgetWordsContext);
  if (words === null) throw new Error("WidgetWordsContext is missing around this widget");
  return words;
}
