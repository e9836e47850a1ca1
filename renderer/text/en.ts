// English words, one file per area.
import { errors, faults, passphraseReasons } from "./en/errors.ts";
import { fileReasons, lineReasons, valueReasons } from "./en/reasons.ts";
import { backup } from "./en/backup.ts";
import { bundles } from "./en/bundles.ts";
import { collect } from "./en/collect.ts";
import { downward } from "./en/downward.ts";
import { desk } from "./en/desk.ts";
import { entry } from "./en/entry.ts";
import { evaluation } from "./en/evaluation.ts";
import { history } from "./en/history.ts";
import { extensions, incidents } from "./en/incidents.ts";
import { grading } from "./en/grading.ts";
import { labels } from "./en/labels.ts";
import { programmeFaults, programmeFields, programmePlaces, programmeTypes } from "./en/programme-faults.ts";
import { programmeEditor } from "./en/programme-editor.ts";
import { programmes } from "./en/programmes.ts";
import { importing, register } from "./en/register.ts";
import { report } from "./en/report.ts";
import { settings } from "./en/settings.ts";
import { trust } from "./en/trust.ts";
import type { vi } from "./vi.ts";
import type { Words } from "./words.ts";
import { shell, today, welcome, widgets } from "./en/shell.ts";

export const en: Words<typeof vi> = {
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
};
