// Which requests the loopback host listens to (security.md L2–L4). Pure, so that the whole table can be tested.

export interface RequestFacts {
  readonly method: string;
  /** Request target exactly as on the wire. */
  readonly target: string;
  /** Names and values in turn, as received: a header sent twice is seen twice. */
  readonly rawHeaders: readonly string[];
  readonly isUpgrade: boolean;
}

const MOST_HEADERS = 64;

/** Status that answers a request which may not go on, or null when it may. Nothing is read of its body before. */
export function refusalStatus(facts: RequestFacts, port: number): number | null {
  const own = `127.0.0.1:${port}`;
  if (facts.rawHeaders.length / 2 > MOST_HEADERS) return 431;
  // A name that resolves to loopback (DNS rebinding) arrives with its own Host; `localhost` would be a second origin.
  if (!isExactly(valuesOf(facts, "host"), own)) return 421;
  // Whole URLs, `//host`, `*`, and spellings of a path that some other reader might take apart differently.
  if (!/^\/(?!\/)[\w\-./~%?=&]*$/.test(facts.target)) return 400;
  if (facts.method !== "GET" && facts.method !== "HEAD" && facts.method !== "POST") return 405;
  return pathOf(facts).startsWith("/api/") ? refusalOfCall(facts, `http://${own}`) : refusalOfAsset(facts);
}

/** Assets hold no data: anyone may read them, but only as a page of their own, not as part of another. */
function refusalOfAsset(facts: RequestFacts): number | null {
  if (facts.method === "POST" || facts.isUpgrade) return 405;
  const sites = valuesOf(facts, "sec-fetch-site");
  const isOwn = sites.every((site) => site === "same-origin" || site === "none");
  // The private file that opens the browser is another site to it, and goes to the page as a document.
  return isOwn || isExactly(valuesOf(facts, "sec-fetch-dest"), "document") ? null : 403;
}

function refusalOfCall(facts: RequestFacts, ownOrigin: string): number | null {
  const sites = valuesOf(facts, "sec-fetch-site");
  if (sites.length > 0 && !isExactly(sites, "same-origin")) return 403;
  const origins = valuesOf(facts, "origin");
  if (origins.length > 0 && !isExactly(origins, ownOrigin)) return 403;
  const changesSomething = facts.method === "POST" || facts.isUpgrade;
  if (changesSomething && origins.length === 0) return 403;
  if (facts.isUpgrade && facts.method !== "GET") return 405;
  if (facts.method === "POST" && !isExpectedBody(facts)) return 415;
  return null;
}

/** Neither type can be sent by a form, and both make another origin ask first; it is never answered. */
function isExpectedBody(facts: RequestFacts): boolean {
  const expected = pathOf(facts) === "/api/files" ? "application/octet-stream" : "application/json";
  return isExactly(valuesOf(facts, "content-type"), expected);
}

function pathOf({ target }: RequestFacts): string {
  return target.split("?")[0] ?? target;
}

function valuesOf({ rawHeaders }: RequestFacts, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

function isExactly(values: readonly string[], wanted: string): boolean {
  return values.length === 1 && values[0] === wanted;
}
