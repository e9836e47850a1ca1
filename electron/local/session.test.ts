import { expect, it } from "vitest";
import { Session } from "./session.ts";

it("gives the token for a link once", () => {
  const session = new Session();
  const word = session.newLink("program");
  const token = session.exchange(word);
  expect(session.isToken(token)).toBe(true);
  expect(session.exchange(word)).toBeUndefined();
});

it("has 256 random bits in the token and in the link, new for every launch", () => {
  const session = new Session();
  const word = session.newLink("person");
  const token = session.exchange(word) ?? "";
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(Buffer.from(word, "base64url")).toHaveLength(32);
  expect(new Session().isToken(token)).toBe(false);
});

it("a program's link ends after exactly a minute; a person's waits", () => {
  let elapsedMs = 0;
  const session = new Session(() => elapsedMs);
  const [inTime, late, typed] = [
    session.newLink("program"),
    session.newLink("program"),
    session.newLink("person"),
  ];
  elapsedMs = 60_000;
  expect(session.exchange(inTime)).toBeDefined();
  elapsedMs = 60_001;
  expect(session.exchange(late)).toBeUndefined();
  elapsedMs = 86_400_000;
  expect(session.exchange(typed)).toBeDefined();
});

it.each([undefined, null, "", 0, {}, [], "x".repeat(43), "__proto__"])("gives nothing for %j", (word) => {
  const session = new Session();
  session.newLink("person");
  expect(session.exchange(word)).toBeUndefined();
});

it("takes no other token, whatever its length", () => {
  const session = new Session();
  const token = session.exchange(session.newLink("person")) ?? "";
  const changed = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
  for (const wrong of [undefined, "", token.slice(1), `${token}A`, changed, "ă".repeat(43)])
    expect(session.isToken(wrong)).toBe(false);
});

it("forgets the oldest of many unused links", () => {
  const session = new Session();
  const words = Array.from({ length: 17 }, () => session.newLink("person"));
  expect(session.exchange(words[0])).toBeUndefined();
  expect(session.exchange(words[1])).toBeDefined();
  expect(session.exchange(words[16])).toBeDefined();
});
