// The loopback host over real sockets: what crosses the guard, what each answer carries, and what runs out.
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { os } from "@orpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { scratchFolder } from "../../test/support/scratch-folder.ts";
import { FileTickets } from "../files/tickets.ts";
import { RESPONSE_HEADERS } from "../main/policy/response-headers.ts";
import { Presence } from "./presence.ts";
import { type LocalServer, startServer } from "./server.ts";
import { Session } from "./session.ts";

const session = new Session();
const tickets = new FileTickets(scratchFolder("server"));
const presence = new Presence({ onSilence: () => undefined, onLeave: () => undefined, leaveAfterMs: null });
const page = new TextEncoder().encode("<!doctype html>");
let server: LocalServer;
let linksUsed = 0;
let token = "";

beforeAll(async () => {
  server = await startServer({
    router: { ping: os.handler(() => "pong") },
    context: {},
    tickets,
    assets: new Map([
      ["/", { bytes: page, type: "text/html; charset=utf-8", sha256: "ab" }],
      ["/assets/a.js", { bytes: page, type: "text/javascript", sha256: "cd" }],
    ]),
    session,
    presence,
    port: 0,
    log: () => undefined,
    onLinkUsed: () => {
      linksUsed += 1;
    },
  });
  token = session.exchange(session.newLink("person")) ?? "";
});
afterAll(async () => {
  presence.stop();
  await server.close();
});

/** Sends exactly these bytes and reads to the end. */
async function raw(request: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(request);
  const answer = await text(socket);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1] ?? 0), head, body };
}

const own = (): string => `http://127.0.0.1:${server.port}`;
const lines = (first: string, ...headers: string[]): string =>
  [first, `Host: 127.0.0.1:${server.port}`, "Connection: close", ...headers, "", ""].join("\r\n");

function post(
  path: string,
  body: BodyInit | null,
  type = "application/json",
  headers: Record<string, string> = {},
) {
  return fetch(`${own()}${path}`, {
    method: "POST",
    headers: { Origin: own(), "Content-Type": type, Authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

function openSocket(protocols: string[], origin = own()) {
  return new Promise<WebSocket | number>((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/api/rpc`, protocols, { origin });
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });
}

it("listens on this machine's own address only", async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address?.family === "IPv4" && !address.internal)
    .map((address) => address?.address ?? "");
  for (const address of [...others, "::1"]) {
    const outcome = await new Promise((resolve) => {
      const socket = connect(server.port, address);
      socket.once("connect", () => resolve("open"));
      socket.once("error", () => resolve("refused"));
    });
    expect([address, outcome]).toEqual([address, "refused"]);
  }
});

const REQUESTS: readonly (readonly [string, () => string, number])[] = [
  ["a page", () => lines("GET / HTTP/1.1"), 200],
  ["the head of a page", () => lines("HEAD /assets/a.js HTTP/1.1"), 200],
  ["a page that is not there", () => lines("GET /../../etc/passwd HTTP/1.1"), 404],
  ["an encoded way up", () => lines("GET /%2e%2e/office.sqlite HTTP/1.1"), 404],
  ["an encoded null", () => lines("GET /%00 HTTP/1.1"), 404],
  ["a whole URL", () => lines("GET http://evil/ HTTP/1.1"), 400],
  ["two slashes", () => lines("GET //evil/ HTTP/1.1"), 400],
  ["another Host", () => "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 421],
  ["no Host", () => "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 421],
  ["two Hosts", () => lines("GET / HTTP/1.1", "Host: evil"), 421],
  ["no HTTP", () => "hello\r\n\r\n", 400],
  ["OPTIONS", () => lines("OPTIONS /api/session HTTP/1.1", `Origin: ${own()}`), 405],
  ["a call without token", () => lines("GET /api/files/abcdefghijklmnop HTTP/1.1"), 401],
  [
    "a socket without Origin",
    () => lines("GET /api/rpc HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade"),
    403,
  ],
  ["100 headers", () => lines("GET / HTTP/1.1", ...Array.from({ length: 100 }, (_, n) => `X-${n}: 1`)), 431],
];
it.each(REQUESTS)(
  "answers %s with its headers and nothing that lets others in",
  async (_, request, status) => {
    const answer = await raw(request());
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(RESPONSE_HEADERS))
      expect(answer.head).toContain(`${name}: ${value}`);
    expect(answer.head).not.toMatch(/access-control|set-cookie/i);
  },
);

it("exchanges a link once, and says when to make the next", async () => {
  const before = linksUsed;
  const link = session.newLink("program");
  const first = await post("/api/session", JSON.stringify({ link }));
  expect(first.headers.get("cache-control")).toBe("no-store");
  expect(session.isToken(((await first.json()) as { token: string }).token)).toBe(true);
  expect(linksUsed).toBe(before + 1);
  expect((await post("/api/session", JSON.stringify({ link }))).status).toBe(401);
  expect(linksUsed).toBe(before + 1);
});

it.each([
  ["nothing", ""],
  ["half an object", "{"],
  ["a list", "[]"],
  ["null", "null"],
  ["a number", '{"link":1}'],
  ["an object", '{"link":{"a":1}}'],
  ["five thousand characters", `{"link":"${"x".repeat(5000)}"}`],
])("gives no token for %s", async (_, body) => expect((await post("/api/session", body)).status).toBe(401));

it("takes a file in, and gives an offered one out once", async () => {
  const sent = await post("/api/files", "a;b\n1;2\n", "application/octet-stream");
  const { ticket } = (await sent.json()) as { ticket: string };
  expect(tickets.take(ticket)).toBeDefined();
  const offer = tickets.offer("gói.goi", Buffer.from([0, 255, 10]));
  const got = await post(`/api/files/${offer.ticket}`, null);
  expect([...new Uint8Array(await got.arrayBuffer())]).toEqual([0, 255, 10]);
  expect((await post(`/api/files/${offer.ticket}`, null)).status).toBe(404);
});

it("takes a file for saved when the page says that all of it arrived, once", async () => {
  let times = 0;
  const offer = tickets.offer("gói.goi", Buffer.from("x"), () => {
    times += 1;
    return Promise.resolve();
  });
  const arrived = async () => (await post(`/api/files/${offer.ticket}/arrived`, null)).status;
  expect([await arrived(), times]).toEqual([404, 0]);
  await (await post(`/api/files/${offer.ticket}`, null)).arrayBuffer();
  expect(times).toBe(0);
  expect([await arrived(), times]).toEqual([204, 1]);
  expect([await arrived(), times]).toEqual([404, 1]);
});

it("a GET uses no handle up", async () => {
  const offer = tickets.offer("a.csv", Buffer.from("a"));
  const got = await fetch(`${own()}/api/files/${offer.ticket}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(got.status).toBe(404);
  expect((await post(`/api/files/${offer.ticket}`, null)).status).toBe(200);
});

it.each([
  ["no token", {}, { Authorization: "" }, 401],
  ["another token", {}, { Authorization: `Bearer ${"A".repeat(43)}` }, 401],
  ["the token as a password", {}, { Authorization: "Basic abc" }, 401],
  ["another origin", {}, { Origin: "http://127.0.0.1:1" }, 403],
  ["another port's page", {}, { "Sec-Fetch-Site": "same-site" }, 403],
  ["a form", {}, { "Content-Type": "text/plain" }, 415],
] as const)("takes no file with %s", async (_, __, headers, status) => {
  const body = new Blob(["x"]);
  expect((await post("/api/files", body, "application/octet-stream", headers)).status).toBe(status);
});

it("refuses a file over the limit before reading it", async () => {
  const answer = await raw(
    lines(
      "POST /api/files HTTP/1.1",
      `Origin: ${own()}`,
      `Authorization: Bearer ${token}`,
      "Content-Type: application/octet-stream",
      `Content-Length: ${64 * 1024 * 1024 + 1}`,
    ),
  );
  expect(answer.status).toBe(413);
});

it("serves calls over a socket that shows the token beside the protocol, and repeats only the protocol", async () => {
  const socket = await openSocket(["scd", token]);
  if (typeof socket === "number") throw new Error(`refused with ${socket}`);
  expect(socket.protocol).toBe("scd");
  const answer = new Promise<string>((resolve) =>
    socket.once("message", (data: Buffer) => resolve(data.toString("utf8"))),
  );
  socket.send('{"i":"1","p":{"u":"/ping"}}');
  expect(JSON.parse(await answer)).toMatchObject({ i: "1", p: { b: { json: "pong" } } });
  expect(presence.count).toBe(1);
  socket.terminate();
  await expect.poll(() => presence.count).toBe(0);
});

it("opens no socket without the token, or from elsewhere", async () => {
  expect(await openSocket(["scd"])).toBe(401);
  expect(await openSocket(["scd", "A".repeat(43)])).toBe(401);
  expect(await openSocket([token, "scd"])).toBe(401);
  expect(await openSocket(["scd", token], "http://127.0.0.1:1")).toBe(403);
});

it("does not wait for a request that never ends", async () => {
  const start = performance.now();
  const socket = connect(server.port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: 127");
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - start).toBeLessThan(15_000);
});

it("keeps at most 32 connections", async () => {
  const sockets = Array.from({ length: 40 }, () => connect(server.port, "127.0.0.1"));
  let dropped = 0;
  for (const socket of sockets) {
    socket.on("error", () => undefined);
    socket.on("close", () => {
      dropped += 1;
    });
  }
  await expect.poll(() => dropped).toBeGreaterThanOrEqual(8);
  for (const socket of sockets) socket.destroy();
});
