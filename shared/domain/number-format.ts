// Vietnamese print of numbers (domain.md §c.4, §d.5 rule 1): "14.600", "80,85 %". Exact: whole numbers and BigInt only.

/** 14600 → "14.600". Works for every safe integer, negative ones too. */
export function formatInteger(number: number): string {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ".");
  return number < 0 ? `-${digits}` : digits;
}

/**
 * n of d as a percentage, rounded half up: 38, 47, 2 → "80,85 %".
 * @param decimals 0–6
 * @throws {RangeError} when the denominator is not positive
 */
export function formatShare(numerator: number, denominator: number, decimals = 2): string {
  if (denominator <= 0) throw new RangeError(`formatShare: denominator ${denominator}`);
  const unit = 10n ** BigInt(decimals);
  const scaled = (2n * 100n * unit * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
  const whole = formatInteger(Number(scaled / unit));
  return decimals === 0 ? `${whole} %` : `${whole},${String(scaled % unit).padStart(decimals, "0")} %`;
}

/**
 * Like {@link formatShare} with two decimals, but with more where rounding would print the target itself beside
 * "chưa đạt" (79,999 % must not print as "80,00 %").
 * @param targetHundredths hundredths of a percent
 * @param isReached whether the exact comparison said so
 */
export function formatShareAgainst(
  numerator: number,
  denominator: number,
  targetHundredths: number,
  isReached: boolean,
): string {
  for (let decimals = 2; decimals < 12; decimals += 1) {
    const unit = 10n ** BigInt(decimals);
    const scaled = (2n * 100n * unit * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
    const target = (BigInt(targetHundredths) * unit) / 100n;
    const isTargetItself = BigInt(numerator) * 10_000n === BigInt(targetHundredths) * BigInt(denominator);
    if (isReached || isTargetItself || scaled < target) return formatShare(numerator, denominator, decimals);
  }
  return formatShare(numerator, denominator, 12);
}
