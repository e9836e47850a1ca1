const REFUSED = [
  /^--no-sandbox$/,
  /^--inspect/,
  /^--remote-debugging-/,
  /^--host-resolver-rules/,
  /^--proxy-server/,
  /^--disable-web-security/,
];

/** The first argument with which a packaged program must not start, or undefined (security.md E2). */
export function refusedArgument(argv: readonly string[]): string | undefined {
  return argv.find((argument) => REFUSED.some((pattern) => pattern.test(argument)));
}
