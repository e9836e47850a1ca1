// The least a page can do: a table of editable cells without any code of ours.
import type { Page } from "@playwright/test";

export async function openBareTable(page: Page, rows: number, columns: number): Promise<void> {
  await page.setContent(
    "<!doctype html><style>body{margin:0}#scroll{height:600px;overflow:auto}td{width:96px;min-width:96px;height:27px;border:1px solid #ddd;font:13px sans-serif}</style><div id=scroll><table><tbody></tbody></table></div>",
  );
  await page.evaluate(
    ([rowCount = 0, columnCount = 0]) => {
      const body = document.querySelector("tbody");
      for (let row = 0; row < rowCount; row += 1) {
        const line = document.createElement("tr");
        for (let column = 0; column < columnCount; column += 1) {
          const cell = document.createElement("td");
          cell.contentEditable = "plaintext-only";
          cell.tabIndex = 0;
          line.append(cell);
        }
        body?.append(line);
      }
      document.querySelector<HTMLElement>("td")?.focus();
    },
    [rows, columns],
  );
}

/** Writes a block of texts into the cells. @returns milliseconds until the frame that shows them */
export async function pasteBare(page: Page, rows: number, columns: number): Promise<number> {
  return page.evaluate(
    ([rowCount = 0, columnCount = 0]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        const lines = document.querySelectorAll("tr");
        for (let row = 0; row < rowCount; row += 1)
          for (let column = 0; column < columnCount; column += 1) {
            const cell = lines[row]?.children[column];
            if (cell) cell.textContent = String(100 + row + column);
          }
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.now() - start));
          port1.start();
          port2.postMessage(0);
        });
      }),
    [rows, columns],
  );
}
