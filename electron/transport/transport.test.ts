// The same calls over a worker's port and over a real WebSocket, with a contract of the test's own.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { MessageChannel } from "node:worker_threads";
import { createORPCClient, isDefinedError, ORPCError } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";
import { type ContractRouterClient, eventIterator, oc, type } from "@orpc/contract";
import { implement } from "@orpc/server";
import { assert, asyncProperty, json } from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createSockets, serveSocket } from "./websocket.ts";
import { servePort } from "./port.ts";

const contract = {
  ping: oc.output(type<string>()),
  echo: oc.input(z.strictObject({ text: z.string() })).output(type<string>()),
  refuse: oc.errors({ FULL: { data: z.object({ seats: z.number() }) } }).output(type<string>()),
  fail: oc.output(type<string>()),
  count: oc
    .input(z.strictObject({ to: z.int(), failAt: z.int().optional() }))
    .output(eventIterator(type<number>(), type<string>())),
};
const logged: unknown[] = [];
let stopped = 0;
const api = implement(contract).$context<{ name: string }>();
const router = api.router({
  ping: api.ping.handler(({ context }) => `pong ${context.name}`),
  echo: api.echo.handler(({ input }) => input.text),
  refuse: api.refuse.handler(({ errors }) => {
    throw errors.FULL({ data: { seats: 12 } });
  }),
  fail: api.fail.handler(() => {
    throw new Error("SQLITE_CORRUPT at /home/lan/office.sqlite");
  }),
  count: api.count.handler(async function* ({ input, signal }) {
    try {
      for (let step = 1; step <= input.to; step += 1) {
        if (step === input.failAt) throw new Error("SQLITE_FULL");
        yield step;
        await wait(1, undefined, signal ? { signal } : {});
      }
      return "done";
    } finally {
      stopped += 1;
    }
  }),
});
type Client = ContractRouterClient<typeof contract>;
const log = (reference: string, error: unknown) => logged.push([reference, error]);

const server = createServer();
const sockets = createSockets("test");
server.on("upgrade", (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(router, { name: "B" }, socket, log));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
afterAll(() => server.close());

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function openPort() {
  const { port1, port2 } = new MessageChannel();
  servePort(router, { name: "B" }, port2, log);
  port1.start();
  ends.push(() => port1.close());
  return port1;
}
async function openSocket() {
  const socket = new WebSocket(url, ["test"]);
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  ends.push(() => socket.close());
  return socket;
}

describe.each([
  ["a port", (): Client => createORPCClient(new PortLink({ port: openPort() }))],
  [
    "a WebSocket",
    async (): Promise<Client> => createORPCClient(new SocketLink({ websocket: await openSocket() })),
  ],
])("over %s", (_, connect) => {
  it("answers with the context of the host", async () => {
    expect(await (await connect()).ping()).toBe("pong B");
  });

  it("carries Vietnamese text unchanged", async () => {
    const text = "Công đoàn cơ sở May Phú Tân — “1.250” \u2028 𝌆";
    expect(await (await connect()).echo({ text })).toBe(text);
  });

  it("carries a declared error with its data", async () => {
    const error: unknown = await (await connect()).refuse().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ORPCError);
    expect(isDefinedError(error)).toBe(true);
    expect(error).toMatchObject({ code: "FULL", data: { seats: 12 } });
  });

  it("tells only a reference of a fault, and logs the fault under it", async () => {
    const error = await (await connect())
      .fail()
      .catch((caught: unknown) => caught as ORPCError<string, { reference: string }>);
    expect(error).toMatchObject({ code: "INTERNAL", message: "INTERNAL" });
    expect(JSON.stringify(error)).not.toContain("SQLITE");
    const [reference, fault] = logged.at(-1) as [string, Error];
    expect((error as { data: { reference: string } }).data.reference).toBe(reference);
    expect(fault.message).toContain("SQLITE_CORRUPT");
  });

  it("names the refused field of an input", async () => {
    const client = await connect();
    await expect(client.echo({ text: 5 as never })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      data: { issues: [{ path: ["text"] }] },
    });
    await expect(client.echo({ text: "a", extra: 1 } as never)).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  it("streams progress and then the result", async () => {
    const stream = await (await connect()).count({ to: 3 });
    const seen: unknown[] = [];
    for (let step = await stream.next(); ; step = await stream.next()) {
      seen.push(step.value);
      if (step.done) break;
    }
    expect(seen).toEqual([1, 2, 3, "done"]);
  });

  it("masks a fault in the middle of a stream", async () => {
    const stream = await (await connect()).count({ to: 3, failAt: 2 });
    expect((await stream.next()).value).toBe(1);
    const error: unknown = await stream.next().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "INTERNAL" });
    expect((logged.at(-1) as [string, Error])[1].message).toBe("SQLITE_FULL");
  });

  it("stops the work when the caller cancels", async () => {
    const before = stopped;
    const controller = new AbortController();
    const stream = await (await connect()).count({ to: 100_000 }, { signal: controller.signal });
    await stream.next();
    controller.abort();
    await expect.poll(() => stopped).toBe(before + 1);
  });

  it("stops the work when the other side is gone", async () => {
    const before = stopped;
    const stream = await (await connect()).count({ to: 100_000 });
    await stream.next();
    for (const end of ends.splice(0)) end();
    await expect.poll(() => stopped).toBe(before + 1);
  });
});

const BAD_FRAMES: readonly (readonly [string, unknown])[] = [
  ["null", "null"],
  ["no JSON", "{"],
  ["an array", "[]"],
  ["a number as id", '{"i":1,"p":{"u":"/ping"}}'],
  ["no payload", '{"i":"1"}'],
  ["an unknown type", '{"i":"1","t":9,"p":{}}'],
  ["a foreign origin", '{"i":"1","p":{"u":"http://evil/ping"}}'],
  ["a query", '{"i":"1","p":{"u":"/ping?token=1"}}'],
  ["__proto__", '{"i":"1","p":{"u":"/echo","b":{"json":{"text":"a","__proto__":{"x":1}}}}}'],
  ["an escaped __proto__", '{"i":"1","p":{"u":"/echo","b":{"json":{"\\u005f_proto__":1}}}}'],
  ["constructor", '{"i":"1","p":{"u":"/echo","b":{"json":{"constructor":{}}}}}'],
  ["bytes", Buffer.from('{"i":"1","p":{"u":"/ping"}}')],
];

it.each(BAD_FRAMES)("a port outlives a frame with %s", async (_, frame) => {
  const port = openPort();
  port.postMessage(frame);
  const client: Client = createORPCClient(new PortLink({ port: port }));
  expect(await client.ping()).toBe("pong B");
});

it.each(BAD_FRAMES)("a socket is closed by a frame with %s, and the server goes on", async (_, frame) => {
  const socket = await openSocket();
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener("close", (event) => resolve(event.code), { once: true }),
  );
  socket.send(frame as string);
  expect(await closed).toBe(1008);
  const client: Client = createORPCClient(new SocketLink({ websocket: await openSocket() }));
  expect(await client.ping()).toBe("pong B");
});

it.each(["missing", "toString", "hasOwnProperty", "valueOf"])(
  "answers the unknown procedure %s without running anything",
  async (name) => {
    const link = new PortLink({ port: openPort() });
    await expect(link.call([name], undefined, { context: {} })).rejects.toMatchObject({ code: "NOT_FOUND" });
  },
);

it("outlives any JSON", async () => {
  const port = openPort();
  await assert(
    asyncProperty(json(), async (frame) => {
      port.postMessage(frame);
      await Promise.resolve();
    }),
  );
  const client: Client = createORPCClient(new PortLink({ port: port }));
  expect(await client.ping()).toBe("pong B");
});
