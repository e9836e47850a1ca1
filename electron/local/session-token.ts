// Who may talk: one token a launch, handed over once through a link (security.md L5–L6). No cookies: they are not
// kept apart by port.
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../shared/domain/clock.ts";

const LINK_LIFE_MS = 60_000;

export class SessionToken {
  readonly #token = randomBytes(32).toString("base64url");
  readonly #clock: Clock;
  readonly #linksExpire: boolean;
  readonly #links = new Map<string, number>();

  /** @param linksExpire false when a person has to copy the link from a terminal */
  constructor(clock: Clock, linksExpire: boolean) {
    this.#clock = clock;
    this.#linksExpire = linksExpire;
  }

  /** A one-time word for the link. */
  newLink(): string {
    const word = randomBytes(24).toString("base64url");
    this.#links.set(word, this.#clock.now().getTime());
    return word;
  }

  /** The token for a link's word, once. */
  exchange(word: unknown): string | undefined {
    if (typeof word !== "string") return undefined;
    const made = this.#links.get(word);
    this.#links.delete(word);
    if (made === undefined) return undefined;
    if (this.#linksExpire && this.#clock.now().getTime() - made > LINK_LIFE_MS) return undefined;
    return this.#token;
  }

  isValid(candidate: string | undefined): boolean {
    const given = Buffer.from(candidate ?? "", "utf8");
    const own = Buffer.from(this.#token, "utf8");
    return given.length === own.length && timingSafeEqual(given, own);
  }
}
