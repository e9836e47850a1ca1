// Vietnamese words, one file per area; the keys of every other language follow these.
import { errors, faults, passphraseReasons } from "./vi/errors.ts";
import { fileReasons, lineReasons, valueReasons } from "./vi/reasons.ts";
import { backup } from "./vi/backup.ts";
import { bundles } from "./vi/bundles.ts";
import { collect } from "./vi/collect.ts";
import { downward } from "./vi/downward.ts";
import { desk } from "./vi/desk.ts";
import { entry } from "./vi/entry.ts";
import { evaluation } from "./vi/evaluation.ts";
import { history } from "./vi/history.ts";
import { extensions, incidents } from "./vi/incidents.ts";
import { grading } from "./vi/grading.ts";
import { labels } from "./vi/labels.ts";
import { programmeFaults, programmeFields, programmePlaces, programmeTypes } from "./vi/programme-faults.ts";
import { programmeEditor } from "./vi/programme-editor.ts";
import { programmes } from "./vi/programmes.ts";
import { importing, register } from "./vi/register.ts";
import { report } from "./vi/report.ts";
import { settings } from "./vi/settings.ts";
import { trust } from "./vi/trust.ts";
import { shell, today, welcome, widgets } from "./vi/shell.ts";

export const vi = {
  errors,
  faults,
  passphraseReasons,
  fileReasons,
  lineReasons,
  valueReasons,
  labels,
  shell,
  welcome,
  widgets,
  today,
  register,
  importing,
  programmes,
  programmeEditor,
  programmeFaults,
  programmeFields,
  programmePlaces,
  programmeTypes,
  settings,
  entry,
  collect,
  incidents,
  extensions,
  evaluation,
  grading,
  bundles,
  desk,
  trust,
  downward,
  backup,
  report,
  history,
} as const;
