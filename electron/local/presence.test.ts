import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { Presence } from "./presence.ts";

/** What Presence uses of a socket: answers pings until it hangs. */
class Window extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  isHanging = false;

  ping(): void {
    if (!this.isHanging) this.emit("pong");
  }
  terminate(): void {
    this.close();
  }
  close(): void {
    this.readyState = 3;
    this.emit("close");
  }
}

let events: string[] = [];
function start(leaveAfterMs: number | null) {
  events = [];
  const presence = new Presence({
    onSilence: () => events.push("silence"),
    onLeave: () => events.push("leave"),
    leaveAfterMs,
    elapsedMs: () => performance.now(),
  });
  const open = () => {
    const window = new Window();
    presence.add(window as unknown as WebSocket);
    return window;
  };
  return { presence, open };
}

beforeEach(() => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => vi.useRealTimers());
const pass = (minutes: number) => vi.advanceTimersByTime(minutes * 60_000);

it("stays while a window answers", () => {
  const { open, presence } = start(10 * 60_000);
  open();
  pass(120);
  expect(events).toEqual([]);
  expect(presence.count).toBe(1);
});

it("locks after two minutes without a window, once, and leaves after ten", () => {
  const { open } = start(10 * 60_000);
  const window = open();
  pass(5);
  window.close();
  pass(1.5);
  expect(events).toEqual([]);
  pass(0.5);
  expect(events).toEqual(["silence"]);
  pass(7.5);
  expect(events).toEqual(["silence"]);
  pass(0.5);
  expect(events).toEqual(["silence", "leave"]);
});

it("takes a window that hangs for one that is gone", () => {
  const { open, presence } = start(10 * 60_000);
  open().isHanging = true;
  pass(2);
  expect(presence.count).toBe(0);
});

it("a reload is no absence", () => {
  const { open } = start(10 * 60_000);
  for (let reload = 0; reload < 20; reload += 1) {
    open().close();
    pass(1);
  }
  expect(events).toEqual([]);
});

it("locks again after the next absence", () => {
  const { open } = start(null);
  open().close();
  pass(3);
  open().close();
  pass(3);
  expect(events).toEqual(["silence", "silence"]);
});

it("a serving host never leaves", () => {
  start(null);
  pass(24 * 60);
  expect(events).toEqual(["silence"]);
});
