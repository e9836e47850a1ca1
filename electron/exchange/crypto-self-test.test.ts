import { expect, it } from "vitest";
import { KNOWN_ANSWERS, runCryptoSelfTest } from "./crypto-self-test.ts";

it("passes on this machine", () => {
  expect(() => runCryptoSelfTest()).not.toThrow();
});

it.each(KNOWN_ANSWERS.map(({ name }) => name))("fails when %s gives a wrong answer or throws", (name) => {
  const failed = expect.objectContaining({ code: "E_CRYPTO_SELFTEST", detail: name });
  for (const compute of [
    () => "00",
    () => {
      throw new Error("not supported");
    },
  ]) {
    const answers = KNOWN_ANSWERS.map((answer) => (answer.name === name ? { ...answer, compute } : answer));
    expect(() => runCryptoSelfTest(answers)).toThrow(failed);
  }
});

it("covers every algorithm the format uses", () => {
  expect(KNOWN_ANSWERS.map(({ name }) => name)).toEqual([
    "sha256",
    "ed25519-sign",
    "ed25519-verify",
    "scrypt",
    "aes-256-gcm",
    "pbkdf2",
  ]);
});
