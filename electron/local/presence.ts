// Whether somebody is still there (security.md L9). A window that closes ends its socket; a computer that sleeps or a
// browser that hangs is noticed because it no longer answers.
import type { WebSocket } from "ws";

const BEAT_MS = 30_000;
const SILENCE_MS = 2 * 60_000;

interface PresenceOptions {
  /** Nobody has been there for two minutes: what was unlocked is locked again. */
  readonly onSilence: () => void;
  /** Nobody has been there for `leaveAfterMs`; never called when that is null. */
  readonly onLeave: () => void;
  readonly leaveAfterMs: number | null;
  readonly elapsedMs?: () => number;
}

export class Presence {
  readonly #options: PresenceOptions;
  readonly #elapsedMs: () => number;
  /** Open sockets and when each was last heard of. */
  readonly #heard = new Map<WebSocket, number>();
  readonly #timer: NodeJS.Timeout;
  #lastSeen: number;
  #isSilent = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#elapsedMs = options.elapsedMs ?? (() => performance.now());
    this.#lastSeen = this.#elapsedMs();
    this.#timer = setInterval(() => this.#beat(), BEAT_MS);
    this.#timer.unref();
  }

  get count(): number {
    return this.#heard.size;
  }

  add(socket: WebSocket): void {
    const hear = () => {
      this.#lastSeen = this.#elapsedMs();
      this.#isSilent = false;
      if (socket.readyState === socket.OPEN) this.#heard.set(socket, this.#lastSeen);
    };
    hear();
    socket.on("pong", hear);
    socket.on("message", hear);
    socket.on("close", () => {
      this.#lastSeen = this.#elapsedMs();
      this.#heard.delete(socket);
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const now = this.#elapsedMs();
    for (const [socket, heard] of this.#heard) {
      if (now - heard >= SILENCE_MS) socket.terminate();
      else socket.ping();
    }
    const silenceMs = now - this.#lastSeen;
    if (silenceMs >= SILENCE_MS && !this.#isSilent) {
      this.#isSilent = true;
      this.#options.onSilence();
    }
    const { leaveAfterMs } = this.#options;
    if (leaveAfterMs !== null && silenceMs >= leaveAfterMs) this.#options.onLeave();
  }
}
