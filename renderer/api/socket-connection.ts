// A WebSocket that comes back by itself. Calls wait while it is being opened; once the program has not answered for a
// few seconds they fail at once instead, so that nothing looks as if it were being saved.
import { type ClientContext, type ClientLink, type ClientOptions, mapEventIterator } from "@orpc/client";
import { RPCLink } from "@orpc/client/websocket";

export type ConnectionState = "connecting" | "connected" | "closed";
export type Link = ClientLink<ClientContext>;

/** The program went away under a call, or does not answer: what had been acknowledged is saved, the call may not be. */
export class ConnectionLostError extends Error {
  override readonly name = "ConnectionLostError";
}

/** Pauses between attempts, milliseconds; the last one repeats. */
const PAUSES_MS = [100, 250, 500, 1000, 2000, 5000];
/** Attempts in vain after which calls no longer wait: about four seconds. */
const PATIENCE = 5;

interface SocketConnectionOptions {
  /** Opens a socket; undefined when it was refused. */
  readonly open: () => Promise<WebSocket | undefined>;
  readonly onState: (state: ConnectionState) => void;
  readonly pausesMs?: readonly number[];
}

export class SocketConnection implements Link {
  readonly #options: SocketConnectionOptions;
  #link: Promise<Link> | undefined;

  constructor(options: SocketConnectionOptions) {
    this.#options = options;
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    this.#link ??= this.#connect();
    return (await this.#link).call(path, input, options);
  }

  /** Resolves with the link; rejects when patience has run out, and goes on trying for the calls to come. */
  #connect(): Promise<Link> {
    const { open, onState, pausesMs = PAUSES_MS } = this.#options;
    onState("connecting");
    return new Promise((resolve, reject) => {
      const attempt = async (count: number): Promise<void> => {
        const socket = await open();
        if (socket) {
          const link = this.#linkOver(socket);
          this.#link = Promise.resolve(link);
          onState("connected");
          return resolve(link);
        }
        if (count === PATIENCE) {
          onState("closed");
          reject(new ConnectionLostError());
        }
        setTimeout(() => void attempt(count + 1), pausesMs[Math.min(count, pausesMs.length - 1)]);
      };
      void attempt(0);
    });
  }

  #linkOver(socket: WebSocket): Link {
    let isOpen = true;
    socket.addEventListener("close", () => {
      isOpen = false;
      this.#link = this.#connect();
      // Nobody may be waiting for it.
      this.#link.catch(() => undefined);
    });
    const link = new RPCLink<ClientContext>({ websocket: socket });
    // A lost socket ends its calls as if they had been cancelled; a person who cancelled nothing must be told otherwise.
    const reasonOf = (error: unknown, signal: AbortSignal | undefined) =>
      !isOpen && signal?.aborted !== true ? new ConnectionLostError() : error;
    return {
      async call(path, input, options) {
        try {
          const output = await link.call(path, input, options);
          return isStream(output)
            ? mapEventIterator(output, {
                value: (value) => Promise.resolve(value),
                error: (error) => Promise.resolve(reasonOf(error, options.signal)),
              })
            : output;
        } catch (error) {
          throw reasonOf(error, options.signal);
        }
      },
    };
  }
}

function isStream(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value && "next" in value;
}
