import type { fileReasons as viFile, lineReasons as viLine, valueReasons as viValue } from "../vi/reasons.ts";
import type { Words } from "../words.ts";

export const fileReasons: Words<typeof viFile> = {
  FILE_TOO_LARGE: "The file is too large. Split it.",
  CSV_ENCODING: "The CSV is not UTF-8. In Excel choose Save as, type “CSV UTF-8”.",
  CSV_MALFORMED: "Line {{line}} has a stray quote or another number of fields than the first row.",
  CSV_EMPTY: "The CSV has no lines.",
  HEADER_DUPLICATE: "Two columns are called “{{detail}}”. Keep one.",
  COLUMNS_MISSING: "Missing columns: {{detail}}. The first row must name the columns.",
  XLSX_NOT_A_WORKBOOK: "The file is no Excel workbook or is damaged. Open it in Excel and save it as .xlsx.",
  XLSX_EMPTY: "The first sheet has no lines.",
  XLSX_TOO_LARGE: "The workbook is too large. Keep only the sheet to import.",
  XLSX_BOMB: "The file grows abnormally when opened and may be forged. Do not open it.",
  XLSX_MACRO: "The workbook has macros. Save it as .xlsx without macros.",
  XLSX_EXTERNAL: "The workbook takes data from other files. Copy the values to a new workbook.",
  XLSX_EMBEDDED: "The workbook has files inside. Copy the values to a new workbook.",
  XLSX_DTD: "The workbook has a part that is not allowed. Save it again in Excel.",
  XLSX_TIMEOUT: "Reading took too long and was stopped. Keep only the sheet to import.",
  XLSX_ENCRYPTED: "The workbook needs a password. Remove it and save again.",
  XLSX_OLD_FORMAT: "This is an Excel 97–2003 file (.xls). Save it as .xlsx.",
  OTHER: "The file is damaged or not of the right format.",
};

export const lineReasons: Words<typeof viLine> = {
  VALUE_MISSING: "is blank and needed.",
  CELL_ERROR: "“{{value}}” is an error of Excel or a formula never calculated; mend the file.",
  TEXT_TOO_LONG: "is too long (over 500 characters).",
  DATE_INVALID: "“{{value}}” is no date. Write dd/mm/yyyy or yyyy-mm-dd.",
  CHANGE_AHEAD: "a change of the unit from {{value}} is already recorded; edit this unit in the register.",
  END_ALREADY_RECORDED:
    "the unit is recorded as merged or split, its last day {{value}}; undo that in the register and record it again.",
  DATES_REVERSED: "“{{value}}” is before the establishment.",
  KIND_UNKNOWN: "“{{value}}” is no kind of union that is taken.",
  EMPLOYER_TYPE_UNKNOWN: "“{{value}}” is no employer type.",
  SELF_FINANCING_UNKNOWN: "“{{value}}” is no self-financing class.",
  NUMBER_INVALID: "“{{value}}” is no whole number from 0.",
  CODE_DUPLICATE_IN_FILE: "“{{value}}” stands on an earlier line.",
  ROW_DUPLICATE_IN_FILE: "this unit, item and period stand on an earlier line.",
  UNIT_UNKNOWN: "no unit has the code “{{value}}”.",
  CELL_CLOSED:
    "of a returned report only the opened cells may change; this cell is not open, open it with a reason first.",
  UNIT_NOT_ACTIVE: "the unit was not active in this period.",
  ELEMENT_UNKNOWN: "there is no item “{{value}}”.",
  PERIOD_UNKNOWN: "“{{value}}” is no period; write 2024-M05, 2024-Q2, 2024-H1, 2024-9M or 2024.",
  PERIOD_LOCKED: "the period is locked.",
  STATE_UNKNOWN: "“{{value}}” is no state.",
  VALUE_WITH_STATE: "both a state and the value “{{value}}”; keep one.",
  NOT_APPLICABLE: "the item does not apply to this kind of employer.",
  RHYTHM_TOO_SHORT: "the item is not collected for so short a period.",
  DATE_BEFORE_ESTABLISHMENT: "“{{value}}” is before the establishment.",
  DATE_BEFORE_LAST_CHANGE: "the unit has a later change.",
  FIGURES_AFTER_END:
    "the unit has figures of periods that begin after this day ({{value}}); clear them first or give another day.",
  FIGURES_BEFORE_START: "the unit has figures of periods before this day ({{value}}); give an earlier day.",
  UNIT_ALREADY_ENDED: "the unit has ended.",
  CODE_TAKEN: "the code “{{value}}” belongs to another unit.",
  OTHER: "the value “{{value}}” was refused.",
};

export const valueReasons: Words<typeof viValue> = {
  EMPTY: "a blank is no value.",
  NOT_A_NUMBER: "“{{value}}” is no number.",
  NEGATIVE: "the number may not be negative.",
  NOT_WHOLE: "it must be a whole number.",
  AMBIGUOUS_SEPARATOR: "“{{value}}” can be read as two numbers. Write thousands with a dot: 1.250.",
  TOO_LARGE: "the number is too large: counts have at most 9 digits, amounts at most 15.",
  OUT_OF_RANGE: "the number is out of range.",
  NOT_YES_NO: "“{{value}}” is neither yes nor no (có, không, 1, 0).",
  NOT_A_GRADE: "“{{value}}” is no grade.",
  OTHER: "the value does not fit this cell.",
};
