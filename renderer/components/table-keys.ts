/**
 * The row a key leads to, or null when the key means nothing to a table.
 *
 * @param key       `KeyboardEvent.key`
 * @param index     the active row, from 0
 * @param rowCount  ≥ 0; with no rows no key means anything
 * @param pageRows  whole rows in sight
 */
export function rowAfterKey(key: string, index: number, rowCount: number, pageRows: number): number | null {
  if (rowCount === 0) return null;
  const page = Math.max(1, pageRows);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: rowCount - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? null : Math.min(Math.max(target, 0), rowCount - 1);
}
