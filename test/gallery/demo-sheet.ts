// A sheet of 2,000 × 100 whose rules are simple enough to be told from the test: numbers are stored, "-" and "x" are
// marks, more than 9.999 is warned, anything else is refused. Saving takes 300 ms.
import {
  type CellAddress,
  type GridCell,
  type GridColumn,
  type GridModel,
  isReadOnlyCell,
} from "../../renderer/components/grid/grid-model.ts";
import { type CellChange, GridStore } from "../../renderer/components/grid/grid-store.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";

const SAVE_MS = 300;
const FORMS = [
  "Công ty TNHH Một thành viên",
  "Công ty Cổ phần",
  "Trường Tiểu học",
  "Hợp tác xã",
  "Doanh nghiệp tư nhân",
];
const PLACES = ["Phú Tân", "Chợ Mới", "Thoại Sơn", "Châu Đốc", "Đông Xuyên", "Mỹ Hòa Hưng"];
const LONG =
  "Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Một thành viên Sản xuất, Gia công và Xuất khẩu Giày dép, May mặc Phú Tân II";

export function unitName(row: number): string {
  if (row % 7 === 3) return LONG;
  return `CĐCS ${FORMS[row % FORMS.length] ?? ""} ${PLACES[row % PLACES.length] ?? ""} ${row + 1}`;
}

interface DemoSheet extends GridModel {
  readonly pasted: { count: number };
}

export function demoSheet(rowCount: number, columnCount: number): DemoSheet {
  const columns: GridColumn[] = Array.from({ length: columnCount }, (_, index) => ({
    key: `c${index}`,
    title:
      index % 5 === 4 ? "Cộng bốn cột trước" : `Chỉ tiêu số ${index + 1} của nhóm, có tên dài hơn hai dòng`,
    group: `Nhóm ${Math.floor(index / 5) + 1}. Đoàn viên và công đoàn cơ sở`,
    width: index % 3 === 0 ? 112 : 88,
    readOnly: index % 5 === 4,
  }));
  const store = new GridStore(rowCount, columnCount, firstCell);
  const pasted = { count: 0 };

  function write(changes: readonly CellChange[]) {
    store.set(changes);
    const saving = changes.filter(({ cell }) => cell.saving);
    setTimeout(() => {
      // Only what has not been typed over since.
      const done = saving.filter(({ row, column, cell }) => store.cell(row, column) === cell);
      store.set(done.map(({ row, column, cell }) => ({ row, column, cell: { ...cell, saving: false } })));
    }, SAVE_MS);
  }

  const model: DemoSheet = {
    rowCount,
    columns,
    pasted,
    rowHeader: (row) => ({ code: `CS${String(row + 1).padStart(4, "0")}`, name: unitName(row) }),
    cell: (row, column) => store.cell(row, column),
    totals(column) {
      const { sum, filled } = store.columnTotal(column);
      return { text: formatInteger(sum), coverage: `${formatInteger(filled)}/${formatInteger(rowCount)}` };
    },
    commit: (row, column, text) => write([{ row, column, cell: cellOf(text) }]),
    typing: () => undefined,
    discard(cells) {
      const refused = cells.filter(({ row, column }) => store.cell(row, column).tone === "refused");
      store.set(refused.map((cell) => ({ ...cell, cell: cellOf("") })));
      return refused.length > 0;
    },
    clear: (cells) => write(cells.filter(isOpen).map((cell) => ({ ...cell, cell: cellOf("") }))),
    paste(cells) {
      pasted.count += 1;
      write(cells.filter(isOpen).map(({ text, ...cell }) => ({ ...cell, cell: cellOf(text) })));
    },
    fill: (copies) =>
      write(
        copies
          .filter(({ to }) => isOpen(to))
          .map(({ from, to }) => ({ ...to, cell: store.cell(from.row, from.column) })),
      ),
    isHeaderRow: (column, texts) => texts.every((text, index) => text === columns[column + index]?.title),
    rowNamed: (text) => (/^CS\d{4}$/.test(text) ? Number(text.slice(2)) - 1 : undefined),
    subscribeRow: (row, listener) => store.subscribeRow(row, listener),
    rowVersion: (row) => store.rowVersion(row),
    subscribe: (listener) => store.subscribe(listener),
    version: () => store.version(),
  };

  function isOpen(cell: CellAddress): boolean {
    return !isReadOnlyCell(model, cell);
  }
  return model;
}

function cellOf(typed: string): GridCell {
  const text = typed.trim();
  if (text === "") return { text: "", state: "empty" };
  if (text === "-" || text === "x") {
    return { text, state: "mark", saving: true, ...(text === "x" && { tone: "notApplicable" as const }) };
  }
  const reading = parseNumber(text, "count");
  if (!reading.ok) return { text, state: "empty", tone: "refused", title: "Không phải là số. Chưa lưu." };
  const stored: GridCell = {
    text: formatInteger(reading.value),
    copyText: String(reading.value),
    state: "value",
    number: reading.value,
    saving: true,
  };
  return reading.value > 9999 ? { ...stored, tone: "warned", title: "Lớn hơn thường lệ. Đã lưu." } : stored;
}

function firstCell(row: number, column: number): GridCell {
  if (column % 5 === 4)
    return { text: formatInteger(row * 4), state: "value", number: row * 4, tone: "computed" };
  if (row < 3) return { text: "", state: "empty" };
  const number = (row * 31 + column * 17) % 2000;
  const stored: GridCell = { text: formatInteger(number), copyText: String(number), state: "value", number };
  if (row === 5 && column < 20) return SHOWN_STATES[column % SHOWN_STATES.length] ?? stored;
  return (row + column) % 11 === 0 ? { text: "", state: "empty" } : stored;
}

const SHOWN_STATES: readonly GridCell[] = [
  { text: "12a", state: "empty", tone: "refused", title: "Không phải là số. Chưa lưu." },
  { text: "98.000", state: "value", number: 98_000, tone: "warned", title: "Lớn hơn thường lệ. Đã lưu." },
  { text: "97.000", state: "value", number: 97_000, tone: "explained", title: "Đã giải trình." },
  { text: "-", state: "mark" },
  { text: "", state: "empty" },
  {
    text: "x",
    state: "mark",
    tone: "notApplicable",
    readOnly: true,
    title: "Không áp dụng cho loại hình này.",
  },
  { text: "120", state: "value", number: 120, estimated: true },
  { text: "45", state: "value", number: 45, note: true, saving: true },
  { text: "77", state: "value", number: 77, tone: "returned", title: "Tỉnh trả lại: kiểm tra số này." },
  { text: "", state: "empty" },
  { text: "1.500", state: "value", number: 1500, tone: "locked", title: "Kỳ đã khóa." },
];
