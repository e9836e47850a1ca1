// Numeric cells as text, without the noise of binary fractions.

/**
 * Plain decimal text of a stored number: "1250" → "1250", "1.25E3" → "1250", "80.099999999999994" → "80.1".
 * Whole numbers keep every digit; others keep the 15 significant digits a spreadsheet program shows.
 * @returns undefined when it is no number
 */
export function numberText(stored: string): string | undefined {
  const text = stored.trim();
  const whole = /^(-?)0*(\d+)$/.exec(text);
  if (whole) return whole[2] === "0" ? "0" : `${whole[1] ?? ""}${whole[2] ?? ""}`;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  const match = /^(-?)(\d)\.(\d+)e([+-]\d+)$/.exec(number.toExponential(14));
  if (!match) return undefined;
  const [, sign = "", first = "", rest = "", exponent = ""] = match;
  const digits = `${first}${rest}`.replace(/0+$/, "");
  return digits === "" ? "0" : `${sign}${placePoint(digits, Number(exponent) + 1)}`;
}

/** @param point how many digits stand before the point; may be negative or beyond the digits */
function placePoint(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, "0");
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
