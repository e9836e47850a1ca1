import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closeToast, currentToasts, leaveToasts, passToasts, showToast } from "./toast-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { id } of currentToasts()) closeToast(id);
  vi.useRealTimers();
});

const texts = () => currentToasts().map(({ text }) => text);

it("what was said on a page goes with it once somebody has gone on; what went wrong stays", () => {
  showToast("not copied", "danger");
  showToast("saved");
  passToasts();
  leaveToasts();
  expect(texts()).toEqual(["not copied"]);
});

it("an act that ends on another page takes its message there, and no further", () => {
  passToasts();
  showToast("accepted");
  leaveToasts();
  expect(texts()).toEqual(["accepted"]);
  passToasts();
  leaveToasts();
  expect(texts()).toEqual([]);
});

it("a message leaves by itself after eight seconds, one of a fault only when it is closed", () => {
  showToast("not copied", "danger");
  showToast("saved");
  vi.advanceTimersByTime(7999);
  expect(texts()).toEqual(["not copied", "saved"]);
  vi.advanceTimersByTime(1);
  expect(texts()).toEqual(["not copied"]);
});
