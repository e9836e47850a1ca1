// Over 300 lines because it is a table of words.
import type { errors as viErrors, faults as viFaults, passphraseReasons as viReasons } from "../vi/errors.ts";
import type { Words } from "../words.ts";

export const errors: Words<typeof viErrors> = {
  DESK_UNKNOWN: {
    what: "This delivery is no longer open.",
    kept: "Bundles that were accepted stay; the others were not taken in.",
    next: "Choose the folder again; bundles already accepted are told as such.",
  },
  ALREADY_RETURNED: {
    what: "This report has been returned once already.",
    kept: "Nothing more was signed; the return is kept.",
    next: "Send the same return again and wait for the correction.",
  },
  REPORT_REPLACED: {
    what: "This report has been replaced by a correction.",
    kept: "Nothing was signed.",
    next: "Open the newest correction and answer that one.",
  },
  NO_REMARKS: {
    what: "There is no remark to send.",
    kept: "Nothing was signed; the receipt given before still holds.",
    next: "Write at least one remark.",
  },
  REMARK_PLACE_UNKNOWN: {
    what: "The report has no such cell as a remark names.",
    kept: "Nothing was signed.",
    next: "Drop that remark, or choose the cell again in the figures of the report.",
  },
  NOT_RETURNED: {
    what: "The report of this period has not been returned.",
    kept: "No cell was opened; the figures are as they were.",
    next: "Ask the level above for leave to correct it, import the file it sends, then choose the cells.",
  },
  NOT_ACCEPTED: {
    what: "The report of this period has not been accepted.",
    kept: "Nothing has changed.",
    next: "Import the receipt first; a report that is not signed yet is changed by reopening its period.",
  },
  PERIOD_OUTSIDE: {
    what: "This cell belongs to a period that is not in the report.",
    kept: "No cell was opened.",
    next: "Choose a cell of a period that is in the report.",
  },
  NOT_CORRECTION: {
    what: "This is a first sending; there is nothing before it to compare with.",
    kept: "Nothing has changed.",
    next: "Open a correction.",
  },
  REPORT_FORGOTTEN: {
    what: "What this report corrects was sent after the backup that was restored, and is not here to be compared.",
    kept: "Nothing changed.",
    next: "The superior union holds both and can compare them.",
  },
  NO_RECEIPTS: {
    what: "There is no receipt in this delivery yet.",
    kept: "Nothing has changed.",
    next: "Accept the bundles first, then save the receipts.",
  },
  NOT_RECEIVER: {
    what: "Only a provincial office consolidates the reports of its units.",
    kept: "Nothing has changed.",
    next: "Open the book of the provincial federation.",
  },
  NOT_ADDITIVE: {
    what: "“{{label}}” is neither a count nor an amount of money, so nothing can be added to it.",
    kept: "No row was added.",
    next: "Choose a statistic that is counted or paid.",
  },
  COUNTERSIGNATURE_FORM: {
    what: "This file is neither a digital signature (.p7s) nor a signed PDF.",
    kept: "Nothing was kept.",
    next: "Choose the file that the signing software made.",
  },
  COUNTERSIGNATURE_SIZE: {
    what: "The accompanying signature is larger than allowed.",
    kept: "Nothing was kept.",
    next: "Sign to a separate .p7s file, or bring the PDF below 16 MB.",
  },
  COUNTERSIGNATURE_OTHER: {
    what: "This signature was made over another file, not over this bundle.",
    kept: "Nothing was kept.",
    next: "Save the bundle unencrypted (.goi) and sign exactly that file.",
  },
  COUNTERSIGNATURE_UNKNOWN: {
    what: "This signature no longer lies beside the bundle.",
    kept: "Nothing has changed.",
    next: "Load the page again and choose once more.",
  },
  TERM_REVERSED: {
    what: "The last day is before the first.",
    kept: "Nothing has changed.",
    next: "Change one of the two days.",
  },
  ADJUSTMENT_UNKNOWN: {
    what: "This row was taken back before.",
    kept: "Nothing has changed.",
    next: "Load the consolidation again.",
  },
  OFFICE_EXISTS: {
    what: "This folder already holds the register of {{name}}.",
    kept: "The existing register is untouched.",
    next: "Open it, or start the program with an empty folder.",
  },
  BACKUP_PASSPHRASE_WEAK: {
    what: "The passphrase of the backup is too easy to guess. {{reason}}",
    kept: "No backup was made.",
    next: "Use four or more unrelated words, at least 12 characters.",
  },
  BACKUP_REFUSED: {
    what: "No backup could be made. {{reason}}",
    kept: "The backups there are stay as they were.",
    next: "Open Settings, Check the book, to see what is damaged; enter no more figures.",
  },
  BACKUP_UNKNOWN: {
    what: "This backup file is no longer on this machine.",
    kept: "Nothing has changed.",
    next: "Reload the list, or choose the file where it was saved.",
  },
  CONFIRMATION_NEEDED: {
    what: "The code typed is not that of the open book ({{code}}).",
    kept: "The open book stays as it was.",
    next: "Type the code of the book that will be replaced, then restore again.",
  },
  NOT_RESTORED: {
    what: "This book was not restored.",
    kept: "Nothing has changed.",
    next: "Nothing needs to be done.",
  },
  RECEIPT_NEEDED: {
    what: "The book was restored from a backup on {{restoredOn}}; what was sent after the backup is not known.",
    kept: "The approved period stays as it was; nothing new was signed.",
    next: "Take in the newest receipt of the superior union, or declare in Settings, Backup and restore, that there is none.",
  },
  SENT_BEFORE_RESTORE: {
    what: "A receipt says that this report was sent after the backup and has been taken in.",
    kept: "Nothing was signed; the figures of the period stay as they were.",
    next: "The accepted report counts and need not be sent again. To change it, ask the superior union to return it, take the return in under Reports and bundles, and make the correction; or restore a newer backup that holds the report.",
  },
  UNIT_UNKNOWN: {
    what: "This unit is not in the register.",
    kept: "The register is unchanged.",
    next: "Reload the list and choose again; the unit may have gone with an import that was undone.",
  },
  CODE_TAKEN: {
    what: "This code is already used for “{{name}}”.",
    kept: "What you typed is still there; the register is unchanged.",
    next: "Choose another code, or open the unit that has it.",
  },
  DATE_BEFORE_ESTABLISHMENT: {
    what: "The day is before the establishment ({{establishedOn}}).",
    kept: "The register is unchanged.",
    next: "Choose {{establishedOn}} or later.",
  },
  DATE_BEFORE_LAST_CHANGE: {
    what: "The unit already has a change from {{validFrom}}, after the chosen day.",
    kept: "The recorded history is untouched.",
    next: "Choose a day after {{validFrom}}.",
  },
  UNIT_ALREADY_ENDED: {
    what: "The unit ended on {{endedOn}}.",
    kept: "The register is unchanged.",
    next: "Look at its history for the decision.",
  },
  FIGURES_AFTER_END: {
    what: "The unit has figures of periods that begin after this day{{periods}}.",
    kept: "The unit and its figures are untouched.",
    next: "Choose a later day, or clear its figures in these periods under Data entry first.",
  },
  SUCCESSOR_MISSING: {
    what: "Not enough unions chosen that go on (at least {{least}}).",
    kept: "The register is unchanged.",
    next: "Choose them; one that is not in the register is added first.",
  },
  SUCCESSOR_SURPLUS: {
    what: "More unions are named to go on than this kind of end allows (at most {{most}}).",
    kept: "The register has not changed.",
    next: "Name fewer unions, or choose another kind of end.",
  },
  SUCCESSOR_NOT_ACTIVE: {
    what: "“{{name}}” does not exist on the day after, so it cannot go on with this one.",
    kept: "The register is unchanged.",
    next: "Choose another union or another day.",
  },
  RECEIVER_MISSING: {
    what: "The superior union that takes it over is not recorded.",
    kept: "The register is unchanged.",
    next: "Write its name and save again.",
  },
  DATE_IN_FUTURE: {
    what: "The change would begin after today.",
    kept: "The office is unchanged.",
    next: "Record it on the day it begins.",
  },
  OFFICE_ROLE_FIXED: {
    what: "An office that sends reports cannot become one that receives them, nor the other way round.",
    kept: "The office is unchanged.",
    next: "Set up another office in another folder.",
  },
  PARENT_BELOW: {
    what: "“{{name}}” is this office or one of its unions and cannot be above it.",
    kept: "The office is unchanged.",
    next: "Check the code of the superior.",
  },
  PERSON_UNKNOWN: {
    what: "This person cannot be found.",
    kept: "The list is unchanged.",
    next: "Reload Settings.",
  },
  STEP_UNKNOWN: {
    what: "The change to undo cannot be found.",
    kept: "The register is unchanged.",
    next: "Close the unit and open it again to see its latest change.",
  },
  WORKFORCE_REQUIRED: {
    what: "A recorded number of workers ({{workforce}}) cannot be emptied again.",
    kept: "The register has not changed; what you typed is still in the fields.",
    next: "Enter the right number; if the old one was a mistake, undo the change that recorded it.",
  },
  RULE_UNKNOWN: {
    what: "There is no check with this code.",
    kept: "The explanation has not been saved.",
    next: "Reload the entry page and explain it again.",
  },
  EMPLOYER_UNKNOWN: {
    what: "This employer is not in the register.",
    kept: "The register is unchanged.",
    next: "Reload the list and choose again.",
  },
  HANDLE_UNKNOWN: {
    what: "The chosen file can no longer be read.",
    kept: "Nothing was imported.",
    next: "Choose the file again.",
  },
  FILE_REFUSED: {
    what: "The file cannot be read. {{reason}}",
    kept: "Nothing was imported.",
    next: "Correct the file and choose it again.",
  },
  PREVIEW_UNKNOWN: {
    what: "This preview was already applied, or was closed for newer ones.",
    kept: "Nothing more was imported.",
    next: "Choose the file again.",
  },
  PREVIEW_STALE: {
    what: "The data changed after the preview.",
    kept: "Nothing was written.",
    next: "Preview again to see exactly what would change.",
  },
  PERIOD_LOCKED: {
    what: "The reporting period is locked{{periods}}.",
    kept: "Approved or sent figures are untouched.",
    next: "Reopen the period (if nothing was sent) or make a correction under Reports.",
  },
  INCIDENT_UNKNOWN: {
    what: "This incident was not found.",
    kept: "The list is unchanged.",
    next: "Close the list of incidents and open it again.",
  },
  STALE_INCIDENT: {
    what: "This incident was just changed elsewhere{{author}}.",
    kept: "What was typed is still in the fields; the list is unchanged.",
    next: "Open the incident again to see it as it is now.",
  },
  INCIDENT_IN_FUTURE: {
    what: "The day is after today.",
    kept: "What was typed is still in the fields; the list is unchanged.",
    next: "Mend the day it happened or the day it was settled.",
  },
  INCIDENT_RESOLVED_TOO_EARLY: {
    what: "The day it was settled is before the day it happened.",
    kept: "What was typed is still in the fields; the list is unchanged.",
    next: "Mend one of the two days, or leave the second blank.",
  },
  INCIDENT_OTHER_KIND: {
    what: "People killed and injured are written down for work accidents only.",
    kept: "The list is unchanged.",
    next: "Choose another kind or leave both numbers blank.",
  },
  NO_LIST: {
    what: "This period has no list of incidents of its own.",
    kept: "The list is unchanged.",
    next: "Open the list of a month (disputes, stoppages, strikes) or of a quarter (accidents).",
  },
  EXTENSION_UNKNOWN: {
    what: "This later date does not hold any more.",
    kept: "Nothing changed.",
    next: "Close the list of later dates and open it again.",
  },
  EXTENSION_NOT_LATER: {
    what: "The day is not later than the calendar's ({{collectOn}}).",
    kept: "The date that holds is kept.",
    next: "Choose a day after {{collectOn}}.",
  },
  BANDS_NOT_DESCENDING: {
    what: "The points of the grades do not descend.",
    kept: "No scheme was saved.",
    next: "Let each grade begin above the next.",
  },
  GRADED_YEAR_LOCKED: {
    what: "The report of {{year}} was approved by the scheme that holds.",
    kept: "The grade schemes are unchanged.",
    next: "Choose a day after {{year}}; or first reopen that period if it is not sent, else have it returned.",
  },
  BATCH_UNKNOWN: {
    what: "This import cannot be found.",
    kept: "The register is unchanged.",
    next: "Reload the list of imports.",
  },
  ALREADY_UNDONE: {
    what: "This was already undone.",
    kept: "Nothing more changed.",
    next: "Nothing to do. To have it again, enter it again.",
  },
  UNDO_CONFLICT: {
    what: "Cannot undo: something else was changed since ({{changed}}).",
    kept: "Everything is as it was; nothing was half undone.",
    next: "Undo the later change first, or correct place by place.",
  },
  NO_UNITS_TO_ASK: {
    what: "No union reports for this period.",
    kept: "No file was made.",
    next: "Choose another period or look into the register.",
  },
  TOO_MANY_FILES: {
    what: "Too many files at a time.",
    kept: "Files already read stay in the preview; nothing was written.",
    next: "Write those first, then receive the rest.",
  },
  DUPLICATE_CHOSEN: {
    what: "Two chosen files answer for the same union: {{changed}}.",
    kept: "Nothing was written.",
    next: "Choose one file for each union and write again.",
  },
  NOTHING_TO_APPLY: {
    what: "There is no cell to write.",
    kept: "No figure was changed.",
    next: "Choose other files, or let typed figures be replaced.",
  },
  NOTHING_REJECTED: {
    what: "No cell and no file was refused.",
    kept: "Nothing was changed.",
    next: "Nothing has to be sent back.",
  },
  PROGRAMME_UNKNOWN: {
    what: "This programme cannot be found.",
    kept: "Nothing changed.",
    next: "Go back to the list of programmes.",
  },
  PROGRAMME_INVALID: {
    what: "The programme file has faults.",
    kept: "Nothing was imported; a programme is taken whole or not at all.",
    next: "Correct the places listed below and choose the file again.",
  },
  PROGRAMME_EXISTS: {
    what: "There is already a programme with the code {{code}}.",
    kept: "The existing programme is untouched.",
    next: "Change the code in the file, or use the existing programme.",
  },
  PROGRAMME_IN_USE: {
    what: "The programme cannot be given back: {{use}}.",
    kept: "The programme and all that belongs to it stay as they are.",
    next: "When its term is over, close it under Manage; old figures and reports can still be opened.",
  },
  DRAFT_UNKNOWN: {
    what: "This draft is no longer there.",
    kept: "Nothing has changed.",
    next: "It may have been issued or thrown away. Go back to the list of programmes.",
  },
  STALE_DRAFT: {
    what: "{{author}} has just changed this draft elsewhere.",
    kept: "The newest text is kept; the last change was not saved.",
    next: "Open the draft again and go on.",
  },
  MOVE_NOT_OFFERED: {
    what: "The programme is no longer in a state that allows this.",
    kept: "Nothing has changed.",
    next: "Open the programme again to see its state. A closed programme can only be read.",
  },
  MOVE_DAY_REFUSED: {
    what: "This date cannot be used.",
    kept: "Nothing has changed.",
    next: "Choose a day from {{earliest}} to {{latest}}.",
  },
  REVISION_REFUSED: {
    what: "Target {{target}} cannot be changed like this.",
    kept: "No target has changed.",
    next: "See the reason below and mend it.",
  },
  TARGET_NOT_QUALITATIVE: {
    what: "This target is computed from figures and takes no verdict by a person.",
    kept: "Nothing has changed.",
    next: "See the target under Evaluation.",
  },
  TARGET_UNKNOWN: {
    what: "This target is not in the programme.",
    kept: "Nothing changed.",
    next: "Go back to the programme and choose again.",
  },
  FORM_MISMATCH: {
    what: "The form does not belong to this period.",
    kept: "Nothing changed.",
    next: "Choose the period again under Enter figures or Reports and bundles.",
  },
  STALE_REVISION: {
    what: "This cell was just changed by someone else{{author}}.",
    kept: "The newest value stands; what you typed was not stored.",
    next: "Look at the current value and type again if needed.",
  },
  NOT_APPLICABLE: {
    what: "This item does not apply to this kind of employer.",
    kept: "The cell is unchanged.",
    next: "Leave it blank, or correct the employer type in the register.",
  },
  UNIT_NOT_ACTIVE: {
    what: "The unit was not active in this period{{span}}.",
    kept: "The cell is unchanged.",
    next: "Check its dates in the register.",
  },
  YEARS_REFUSED: {
    what: "The chosen years cannot be shown together: at most {{most}} at a time, the first before the last.",
    kept: "Nothing has changed.",
    next: "Choose the first and the last year again.",
  },
  ELEMENT_UNKNOWN: {
    what: "This item is not on the form.",
    kept: "Nothing was written.",
    next: "Reload the form.",
  },
  RHYTHM_TOO_SHORT: {
    what: "This item is collected for periods of at least: {{rhythm}}.",
    kept: "Nothing was written.",
    next: "Enter it on the form of a longer period.",
  },
  VALUE_REFUSED: {
    what: "The value was refused: {{reason}}",
    kept: "The old value stands.",
    next: "Correct the value and enter it again.",
  },
  CHECKS_FAILED: {
    what: "Cannot approve: blocking findings {{blocking}}, unexplained warnings {{unexplained}}.",
    kept: "The figures are untouched, the period stays open.",
    next: "Correct what blocks, explain the warnings, then approve again.",
  },
  APPROVER_NEEDED: {
    what: "The person chosen ({{name}}) may not approve.",
    kept: "The period is not approved.",
    next: "Choose an approver at the top right, or give the role under Settings.",
  },
  REPORT_SIGNED: {
    what: "The report of this period is already signed.",
    kept: "The signed copy is untouched; what was just typed was not written.",
    next: "Make a correction under Reports if something has to change.",
  },
  REPORT_APPROVED: {
    what: "This period is approved, so the columns of appendix 4 stand fast.",
    kept: "The report is what was approved; the choice was not written.",
    next: "Reopen the period, choose the columns and approve again.",
  },
  PAPER_CHANGED: {
    what: "The printed report was just changed and is not the one shown.",
    kept: "Nothing was signed or sent.",
    next: "Look at the printed report again and sign once more.",
  },
  REPORT_PART_CHANGED: {
    what: "This part was just changed elsewhere{{author}}.",
    kept: "What was typed is still in the field; the report is unchanged.",
    next: "Copy what was typed, open the part again to see it as it is now, then change it.",
  },
  REPORT_PART_REFUSED: {
    what: "This field does not take that.",
    kept: "The former content is kept.",
    next: "The number is a whole number from 1; a date is day/month/year; a line has at most 500 characters.",
  },
  FIGURE_UNKNOWN: {
    what: "There is no figure named: {{changed}}.",
    kept: "What was typed is still in the field; the report is unchanged.",
    next: "Choose a figure from “Insert a figure”, or take the braces away.",
  },
  REPORT_NUMBER_TAKEN: {
    what: "This document number is already used in the year{{periods}}.",
    kept: "The former number is kept.",
    next: "Look in the register of outgoing documents and give another number.",
  },
  APPROVAL_STALE: {
    what: "The report kept at the approval is missing or no longer intact.",
    kept: "Nothing was signed or sent.",
    next: "Reopen the period, look at the figures and approve again.",
  },
  SECOND_PERSON_NEEDED: {
    what: "The approver must not be the person who entered the figures ({{author}}).",
    kept: "The period is not approved.",
    next: "Choose another person at the top right.",
  },
  INCOMPLETE: {
    what: "Only {{started}} of {{expected}} units have figures for this period.",
    kept: "The period is not approved.",
    next: "Wait for the rest, or give the reason for approving without them.",
  },
  OWN_INCOMPLETE: {
    what: "Only {{filled}} of {{asked}} cells of the office's own figures are filled.",
    kept: "The period is not approved.",
    next: "Fill them in, or give the reason for approving without them.",
  },
  UNSAVED_TEXTS: {
    what: "{{cells, cell still holds|cells still hold}} a text that was not saved.",
    kept: "The period stays open, the texts stay in their cells.",
    next: "Open the form, mend those cells or press Esc to drop the text, then approve.",
  },
  NO_ENTRIES: {
    what: "This period has no figures yet.",
    kept: "The period stays open.",
    next: "Enter figures before approving.",
  },
  ALREADY_SUBMITTED: {
    what: "This period already has a bundle.",
    kept: "The sent bundle is untouched, byte for byte.",
    next: "Download the existing bundle, or make a correction.",
  },
  NOT_APPROVED: {
    what: "This period is not approved.",
    kept: "Nothing changed.",
    next: "Approve the period first.",
  },
  NO_KEY: {
    what: "This office has no signing key on this computer.",
    kept: "Nothing changed.",
    next: "Create a key under Settings, Signing key.",
  },
  PASSPHRASE_WRONG: {
    what: "The passphrase does not open the key.",
    kept: "Key and data are unchanged.",
    next: "Type it again; check the input method and Caps Lock.",
  },
  NO_PARENT: {
    what: "No superior office is recorded to send to.",
    kept: "The approved period is untouched.",
    next: "Check the office facts under Settings.",
  },
  DISK_FULL: {
    what: "The disk is full; the file could not be written.",
    kept: "Saved figures are intact; no partial file was left.",
    next: "Free some space and try again.",
  },
  WRITE_FAILED: {
    what: "The file could not be written (system code {{code}}).",
    kept: "Saved figures are intact; no partial file was left.",
    next: "Check the disk and the rights on the folder, then try again.",
  },
  BUNDLE_UNKNOWN: {
    what: "This bundle cannot be found.",
    kept: "Nothing changed.",
    next: "Reload the list of bundles.",
  },
  BUNDLE_DAMAGED: {
    what: "The kept file of this bundle is gone or no longer intact.",
    kept: "Nothing changed; the log of bundles is still there.",
    next: "Ask the sender for the same file again, and run the check in Settings.",
  },
  BUNDLE_REFUSED: { what: "{{sentence}}", kept: "Nothing was imported.", next: "{{advice}}" },
  KEY_EXISTS: {
    what: "This office already has a signing key on this computer.",
    kept: "The existing key is untouched.",
    next: "Use the existing key; two keys on one computer confuse everybody.",
  },
  PASSPHRASE_WEAK: {
    what: "The passphrase is too easy to guess. {{reason}}",
    kept: "No key was created.",
    next: "Use four or more unrelated words, at least 12 characters.",
  },
  NOT_A_PROVINCE: {
    what: "Only a provincial office makes a trust list.",
    kept: "Nothing changed.",
    next: "Take in the province's trust list under Reports.",
  },
  TRUST_EXISTS: {
    what: "There is already a trust list.",
    kept: "The existing list is untouched.",
    next: "Add units to the existing list.",
  },
  NO_TRUST: {
    what: "There is no trust list yet.",
    kept: "Nothing changed.",
    next: "Create the trust list first.",
  },
  KEY_WAIT: {
    what: "The passphrase was wrong several times; {{seconds, more second|more seconds}} to wait.",
    kept: "Keys and data have not changed.",
    next: "Wait, then type it again; if it is forgotten, make a new key and register it again.",
  },
  KEY_ENDED: {
    what: "The province has retired or revoked this office's signing key; a bundle signed by it would be refused.",
    kept: "Nothing was signed; the approved report is kept.",
    next: "Replace the key in Settings, Signing key, then send the registration to the province.",
  },
  KEY_WAITING: {
    what: "A new key already waits for the province to list it.",
    kept: "The old key signs until the new list is received.",
    next: "Send the registration of the waiting key to the province.",
  },
  NOT_FOR_A_PROVINCE: {
    what: "The province's office replaces its own key in the trust list itself.",
    kept: "Nothing has changed.",
    next: "Open the Trust list page and choose Replace the province's signing key.",
  },
  ROOT_KEYS_MISSING: {
    what: "{{needed}} root keys must sign the list, {{opened}} could be opened.",
    kept: "The trust list has not changed.",
    next: "Type the passphrase of the root keys on this computer, or the codes on paper of those missing.",
  },
  KEY_NOT_LISTED: {
    what: "This key is not in the list.",
    kept: "The trust list has not changed.",
    next: "Reload the page and choose again.",
  },
  KEY_STATE: {
    what: "The key is no longer in a state that allows this, or is the only one the province uses.",
    kept: "The trust list has not changed.",
    next: "Reload the page to see its state; for the province's own key use Replace the province's signing key.",
  },
  THRESHOLD_TOO_HIGH: {
    what: "More keys would have to sign than there are root keys ({{keyCount}}).",
    kept: "The trust list has not changed.",
    next: "Ask for fewer signatures or make more root keys.",
  },
  FILE_PASSPHRASE_WRONG: {
    what: "The passphrase of the file is wrong.",
    kept: "Nothing was taken in.",
    next: "Telephone the sender and have each group of four read out again.",
  },
  RECIPIENTS_MISSING: {
    what: "These recipients have no encryption key: {{changed}}.",
    kept: "No file was written; nothing more was signed.",
    next: "Take in the province's newest key list, or ask them to register a key. If that cannot wait, a report can be encrypted with a passphrase read out over the telephone; or save it unencrypted and hand it over in person.",
  },
  TOO_MANY_RECIPIENTS: {
    what: "One encrypted file goes to at most {{most}} recipients.",
    kept: "The signed bundle is kept; no file was written.",
    next: "Send to the units in several rounds.",
  },
  KEYID_MISMATCH: {
    what: "The key number in the file differs from the one on paper.",
    kept: "The key was not added.",
    next: "Telephone the unit and compare; add no key while the numbers differ.",
  },
};

export const faults: Words<typeof viFaults> = {
  connection: {
    what: "The connection to the program is lost.",
    kept: "Everything reported as saved is intact.",
    next: "Wait a few seconds. If it does not come back, close this window and start the program again.",
  },
  session: {
    what: "This window may no longer open the register.",
    kept: "Everything reported as saved is intact.",
    next: "Close this window and start Sổ Công Đoàn again. A link works once.",
  },
  fileTooLarge: {
    what: "The file is too large (over 64 MB).",
    kept: "Nothing was imported.",
    next: "Split it.",
  },
  fileTransfer: {
    what: "The file could not be handed over.",
    kept: "Nothing changed.",
    next: "Check that the file is still there and choose it again.",
  },
  input: {
    what: "A field is not valid{{fields}}.",
    kept: "What you typed is still there; nothing was written.",
    next: "Check the marked fields.",
  },
  bug: {
    what: "The program met an unexpected fault.",
    kept: "Saved figures are intact.",
    next: "Try again. If it repeats, give the code below to whoever supports you.",
  },
  diskFull: {
    what: "The disk that holds the office's data is full.",
    kept: "The last action was not written; everything saved is intact.",
    next: "Free some space on that disk and try again.",
  },
  cancelled: {
    what: "Cancelled as asked.",
    kept: "Everything is as it was before the start.",
    next: "You can start again at any time.",
  },
};

export const passphraseReasons: Words<typeof viReasons> = {
  short: "Shorter than 12 characters.",
  repetitive: "Too few different characters.",
  common: "This is a familiar phrase that anyone would try.",
  other: "",
};
