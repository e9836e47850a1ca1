// Which requests the loopback host listens to (security.md L2–L4). Pure, so that the whole table can be tested.

export interface RequestFacts {
  readonly method: string;
  /** Request target exactly as on the wire. */
  readonly target: string;
  /** Every Host header received. */
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
  readonly isUpgrade: boolean;
}

/** null when the request may go on, else the status that answers it. */
export function refusalStatus(facts: RequestFacts, port: number): number | null {
  const own = `127.0.0.1:${port}`;
  // A name that resolves to loopback (DNS rebinding) arrives with its own Host; `localhost` would be a second origin.
  if (facts.hosts.length !== 1 || facts.hosts[0] !== own) return 421;
  if (!facts.target.startsWith("/") || facts.target.startsWith("//")) return 400;
  if (!["GET", "HEAD", "POST"].includes(facts.method)) return 405;
  const isApi = facts.target.startsWith("/api/");
  if (!isApi) return facts.method === "POST" || facts.isUpgrade ? 405 : null;
  if (facts.fetchSite !== undefined && facts.fetchSite !== "same-origin") return 403;
  if (facts.origin !== undefined && facts.origin !== `http://${own}`) return 403;
  if ((facts.method === "POST" || facts.isUpgrade) && facts.origin === undefined) return 403;
  if (facts.method === "POST" && !isExpectedBody(facts)) return 415;
  return null;
}

function isExpectedBody({ target, contentType }: RequestFacts): boolean {
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  return type === (target.split("?")[0] === "/api/files" ? "application/octet-stream" : "application/json");
}
