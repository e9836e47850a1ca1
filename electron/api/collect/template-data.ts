// What the sheets of a form and period hold, read once for all the unions that get one.
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { Form } from "../../../shared/catalogue/forms.ts";
import type { FormData } from "../../../shared/contract/entries.ts";
import { isCumulative } from "../../../shared/domain/data-element.ts";
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import { unitDueOn } from "../../../shared/domain/extension.ts";
import { formatPeriod } from "../../../shared/domain/number-format.ts";
import { type Period, previousPeriod } from "../../../shared/domain/period.ts";
import { listExtensions } from "../../database/queries/extensions.ts";
import { periodId } from "../../database/queries/periods.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import { encodeCanonical } from "../../exchange/canonical-json.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { labelOf } from "../../files/templates/single-sheet.ts";
import {
  type FormerAnswer,
  type Template,
  TEMPLATE_VERSION,
  type TemplateCell,
  type TemplateColumn,
  type TemplateIdentity,
  type TemplateKind,
  type TemplateUnit,
} from "../../files/templates/template.ts";
import type { ElementLookup } from "../../files/templates/read-template.ts";
import { formOf, NEVER_ASKED, readForm } from "../form-reader.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { fingerprintOf, templateSecret } from "./fingerprint.ts";

const CATALOGUES = new WeakMap<Form, string>();

/** A form as a template names it: changes when an element is added, renamed or asked otherwise. */
export function catalogueOf(form: Form): string {
  const known = CATALOGUES.get(form);
  if (known !== undefined) return known;
  const cells = form.cells.map(({ element, mode }) => [element.code, element.type, mode, element.label]);
  const digest = sha256Hex(encodeCanonical(cells)).slice(0, 16);
  CATALOGUES.set(form, digest);
  return digest;
}

/** Elements of a sheet as they are asked today; labels are compared only while they are what they were. */
export function elementLookup(formFor: (identity: TemplateIdentity) => Form | undefined): ElementLookup {
  return (code, identity) => {
    const form = formFor(identity);
    const cell = form?.cells.find(({ element }) => element.code === code);
    const element = findElement(code);
    if (!form || !cell || !element) return undefined;
    const isOptional = cell.mode === "optional";
    const label = labelOf({ label: element.label, isCumulative: isCumulative(element), isOptional });
    return {
      type: element.type,
      label: catalogueOf(form) === identity.catalogue ? label : null,
      isComputed: cell.mode === "computed",
    };
  };
}

/** The day by which a union hands in, later dates included; "" = what holds for all of them. */
export function dueDays(workspace: Workspace, period: Period): (unit: string) => string {
  const dates = workspace.datesOf(period);
  const extensions = listExtensions(workspace.db, periodId(period));
  return (unit) => unitDueOn(dates, extensions, unit);
}

/** Makes the sheets of one form and period, for any of its unions. */
export class TemplateMaker {
  readonly #office: OfficeRecord;
  readonly #period: Period;
  readonly #form: Form;
  readonly #present: FormData;
  readonly #previous: FormData;
  readonly #previousLabel: string;
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #dueOnOf: (unit: string) => string;
  readonly #secret: Buffer;

  constructor(workspace: Workspace, office: OfficeRecord, period: Period, units: readonly UnitRecord[]) {
    const before = previousPeriod(period);
    this.#office = office;
    this.#period = period;
    this.#form = formOf(period);
    this.#present = readForm(workspace, this.#form, period, units);
    this.#previous = readForm(workspace, this.#form, before, units);
    this.#previousLabel = formatPeriod(before);
    this.#rowOf = new Map(units.map(({ uid }, row) => [uid, row]));
    this.#dueOnOf = dueDays(workspace, period);
    this.#secret = templateSecret(workspace);
  }

  get columns(): number {
    return this.#form.cells.length;
  }

  /** @param formerOf what was answered before, for a sheet that goes back to be mended */
  make(
    kind: TemplateKind,
    units: readonly string[],
    formerOf: (unit: string, element: string) => FormerAnswer | undefined = () => undefined,
  ): Template {
    const identity: TemplateIdentity = {
      version: TEMPLATE_VERSION,
      office: this.#office.uid,
      form: this.#form.code,
      period: this.#period.code,
      kind,
      catalogue: catalogueOf(this.#form),
      units,
      elements: this.#form.cells.map(({ element }) => element.code),
    };
    return {
      identity,
      fingerprint: fingerprintOf(identity, this.#secret),
      officeName: this.#office.name,
      formLabel: this.#form.label,
      periodLabel: formatPeriod(this.#period),
      previousLabel: this.#previousLabel,
      cutoffOn: this.#present.cutoffOn,
      collectOn: this.#dueOnOf(kind === "single" ? (units[0] ?? "") : ""),
      sections: this.#present.sections,
      columns: this.#present.columns.map((column): TemplateColumn => {
        const partOf = findElement(column.element)?.partOf;
        const isPart = partOf !== undefined && partOf !== "";
        return { ...column, isPart, isOptional: column.mode === "optional" };
      }),
      units: units.map((uid) => this.#unit(uid, formerOf)),
    };
  }

  #unit(uid: string, formerOf: (unit: string, element: string) => FormerAnswer | undefined): TemplateUnit {
    const row = this.#rowOf.get(uid);
    const unit = row === undefined ? undefined : this.#present.units[row];
    if (row === undefined || !unit) throw new RangeError(`TemplateMaker: ${uid}`);
    const { code, name } = unit;
    const cells = this.#present.columns.map(({ element, mode }, column): TemplateCell => {
      const former = formerOf(uid, element);
      const isAsked = this.#present.cells[column]?.states[row] !== NEVER_ASKED;
      return {
        kind: !isAsked ? "neverAsked" : mode === "computed" ? "computed" : "fill",
        previous: entryAt(this.#previous, column, row),
        computed: mode === "computed" ? entryAt(this.#present, column, row) : null,
        ...(former && { former }),
      };
    });
    return { uid, code, name, cells };
  }
}

function entryAt(data: FormData, column: number, row: number): EntryValue | null {
  const state = ENTRY_STATES[data.cells[column]?.states[row] ?? -1];
  if (state === undefined) return null;
  return state === "value" ? { state, value: data.cells[column]?.values[row] ?? 0 } : { state };
}
