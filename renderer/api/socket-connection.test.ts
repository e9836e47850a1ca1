// The socket that comes back by itself, against a real server that goes away.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createORPCClient } from "@orpc/client";
import { os } from "@orpc/server";
import { afterEach, expect, it } from "vitest";
import type { WebSocketServer } from "ws";
import { createSockets, serveSocket } from "../../electron/transport/websocket.ts";
import { ConnectionLostError, type ConnectionState, SocketConnection } from "./socket-connection.ts";

let isRefusing = false;
let sockets: WebSocketServer;
const router = {
  ping: os.handler(() => "pong"),
  wait: os.handler(() => new Promise<string>(() => undefined)),
  count: os.handler(async function* () {
    yield 1;
    await new Promise(() => undefined);
  }),
};

async function start() {
  isRefusing = false;
  sockets = createSockets("scd");
  const server = createServer();
  server.on("upgrade", (request, stream, head) => {
    if (isRefusing) stream.destroy();
    else
      sockets.handleUpgrade(request, stream, head, (socket) =>
        serveSocket(router, {}, socket, () => undefined),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  });
  const states: ConnectionState[] = [];
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const connection = new SocketConnection({
    open: () =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, ["scd"]);
        socket.addEventListener("open", () => resolve(socket), { once: true });
        socket.addEventListener("error", () => resolve(undefined), { once: true });
      }),
    onState: (state) => states.push(state),
    pausesMs: [5],
  });
  type Client = {
    ping: () => Promise<string>;
    wait: (input?: undefined, options?: { signal: AbortSignal }) => Promise<string>;
    count: () => Promise<AsyncIterator<number>>;
  };
  const client = createORPCClient<never>(connection) as Client;
  return { client, states };
}
const ends: (() => void)[] = [];
afterEach(() => {
  isRefusing = true;
  for (const end of ends.splice(0)) end();
});
const dropAll = () => {
  for (const socket of sockets.clients) socket.terminate();
};

it("connects on the first call and comes back after the line was cut", async () => {
  const { client, states } = await start();
  expect(states).toEqual([]);
  expect(await client.ping()).toBe("pong");
  dropAll();
  await expect.poll(() => states).toEqual(["connecting", "connected", "connecting", "connected"]);
  expect(await client.ping()).toBe("pong");
});

it("tells a call that was cut off that the line was lost, not that it was cancelled", async () => {
  const { client } = await start();
  const call = client.wait();
  await client.ping();
  dropAll();
  await expect(call).rejects.toBeInstanceOf(ConnectionLostError);
});

it("tells the same of a stream that was cut off in the middle", async () => {
  const { client } = await start();
  const stream = await client.count();
  expect((await stream.next()).value).toBe(1);
  const next = stream.next();
  dropAll();
  await expect(next).rejects.toBeInstanceOf(ConnectionLostError);
});

it("leaves a cancelled call a cancelled call", async () => {
  const { client } = await start();
  const controller = new AbortController();
  const call = client.wait(undefined, { signal: controller.signal });
  await client.ping();
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
});

it("stops waiting after a while, fails at once from then on, and recovers by itself", async () => {
  const { client, states } = await start();
  isRefusing = true;
  await expect(client.ping()).rejects.toBeInstanceOf(ConnectionLostError);
  expect(states).toEqual(["connecting", "closed"]);
  const begin = performance.now();
  await expect(client.ping()).rejects.toBeInstanceOf(ConnectionLostError);
  expect(performance.now() - begin).toBeLessThan(1000);
  isRefusing = false;
  await expect.poll(() => states.at(-1)).toBe("connected");
  expect(await client.ping()).toBe("pong");
});
