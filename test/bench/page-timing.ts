// Timing inside the page: from a key to the frame that shows what it did. Runs in the browser; the bench only collects.
import type { Page } from "@playwright/test";

interface Timed extends Window {
  benchTimes: number[];
  benchDataAt: number;
  benchSave: Promise<{ painted: number; durable: number }>;
}

/** A form of a large office is the only message of this size. */
const FORM_BYTES = 100_000;

/** Notes when a form's data arrives at the page. Before the page is opened. */
export async function watchData(page: Page): Promise<void> {
  await page.addInitScript((size) => {
    const target = window as unknown as Timed;
    Object.assign(window, {
      WebSocket: class extends WebSocket {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols);
          this.addEventListener("message", (event) => {
            const data: unknown = event.data;
            const length =
              typeof data === "string" ? data.length : data instanceof ArrayBuffer ? data.byteLength : 0;
            if (length > size) target.benchDataAt = performance.now();
          });
        }
      },
    });
  }, FORM_BYTES);
}

/** Opens a form. @returns milliseconds from the arrival of its data to the frame in which its cells are drawn */
export async function openForm(page: Page, form: string): Promise<number> {
  return page.evaluate(
    (place) =>
      new Promise<number>((resolve) => {
        const target = window as unknown as Timed;
        const cellOf = () => document.querySelector(".so-grid-row .so-grid-cell");
        const before = cellOf();
        target.benchDataAt = 0;
        location.hash = `#/entry/${place}`;
        const look = () => {
          const cell = cellOf();
          if (target.benchDataAt === 0 || cell === null || cell === before) {
            requestAnimationFrame(look);
            return;
          }
          // The message comes after the frame was drawn.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - target.benchDataAt));
          port1.start();
          port2.postMessage(0);
        };
        requestAnimationFrame(look);
      }),
    form,
  );
}

/** From now on every keydown's time to the frame after it is kept. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const target = window as unknown as Timed;
    target.benchTimes = [];
    window.addEventListener(
      "keydown",
      (event) => {
        const start = event.timeStamp;
        requestAnimationFrame(() => {
          // The message comes after the frame was drawn.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => target.benchTimes.push(performance.now() - start));
          port1.start();
          port2.postMessage(0);
        });
      },
      true,
    );
  });
}

export async function takeTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const target = window as unknown as Timed;
    return target.benchTimes.splice(0);
  });
}

/** Scrolls an element 200 steps of one row, a frame each. @returns milliseconds between frames */
export async function scrollFrames(page: Page, selector: string): Promise<number[]> {
  return page.evaluate(
    ([found]) =>
      new Promise<number[]>((resolve, reject) => {
        const element = document.querySelector(found ?? "");
        if (!element) return reject(new Error(`no ${found}`));
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          if (frames.length > 200) return resolve(frames.slice(1));
          element.scrollTop += 84;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [selector],
  );
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** From the next Enter: to the first change of the sheet that is seen, and to "Đã lưu". */
export async function watchSave(page: Page): Promise<void> {
  await page.evaluate(() => {
    const output = document.querySelector(".entry-facts output");
    const sheet = document.querySelector(".so-grid-rows");
    if (!output || !sheet) throw new Error("no entry form");
    let start = 0;
    let painted = 0;
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter") start = event.timeStamp;
      },
      true,
    );
    const drawn = new MutationObserver(() => {
      if (start === 0 || painted !== 0) return;
      painted = 1;
      requestAnimationFrame(() => {
        painted = performance.now() - start;
      });
    });
    drawn.observe(sheet, { subtree: true, childList: true, characterData: true });
    (window as unknown as Timed).benchSave = new Promise((resolve) => {
      const saved = new MutationObserver(() => {
        if (start === 0 || output.hasAttribute("data-saving")) return;
        saved.disconnect();
        drawn.disconnect();
        resolve({ painted, durable: performance.now() - start });
      });
      saved.observe(output, { attributes: true });
    });
  });
}

export async function takeSave(page: Page): Promise<{ painted: number; durable: number }> {
  return page.evaluate(() => (window as unknown as Timed).benchSave);
}
