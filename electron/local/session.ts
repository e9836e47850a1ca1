// Who may talk: one token a launch, handed over through one-time links (security.md L5–L6). No cookies: they are not
// kept apart by port.
import { randomBytes, timingSafeEqual } from "node:crypto";

const LINK_LIFE_MS = 60_000;
/** Links a person has not used yet; more are only made by a fault. */
const MOST_LINKS = 16;

export class Session {
  readonly #token = randomBytes(32).toString("base64url");
  readonly #elapsedMs: () => number;
  /** Word of a link → when it ends, in elapsed milliseconds. */
  readonly #links = new Map<string, number>();

  /** @param elapsedMs time that a changed clock does not touch (security.md F7) */
  constructor(elapsedMs: () => number = () => performance.now()) {
    this.#elapsedMs = elapsedMs;
  }

  /**
   * A one-time word for a link.
   * @param carriedBy a program uses it at once, so it ends after a minute; a person has to copy it from a terminal,
   *   so that one waits until it is used or the program stops
   */
  newLink(carriedBy: "program" | "person"): string {
    const word = randomBytes(32).toString("base64url");
    this.#links.set(word, carriedBy === "program" ? this.#elapsedMs() + LINK_LIFE_MS : Infinity);
    for (const oldest of this.#links.keys()) {
      if (this.#links.size <= MOST_LINKS) break;
      this.#links.delete(oldest);
    }
    return word;
  }

  /** The token for a link's word, once. */
  exchange(word: unknown): string | undefined {
    if (typeof word !== "string") return undefined;
    const end = this.#links.get(word);
    this.#links.delete(word);
    return end !== undefined && this.#elapsedMs() <= end ? this.#token : undefined;
  }

  /** Compared in constant time; the length is no secret. */
  isToken(candidate: string | undefined): boolean {
    const given = Buffer.from(candidate ?? "", "utf8");
    const own = Buffer.from(this.#token, "utf8");
    return given.length === own.length && timingSafeEqual(given, own);
  }
}
