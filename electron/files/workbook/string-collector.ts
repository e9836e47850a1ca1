// Text of a string item: its own and its rich-text runs', without phonetic hints (ECMA-376 part 1, §18.4.8).

export class StringCollector {
  #pieces: string[] = [];
  #isText = false;
  #isPhonetic = false;

  start(): void {
    this.#pieces = [];
    this.#isText = false;
    this.#isPhonetic = false;
  }

  open(element: string): void {
    if (element === "rPh") this.#isPhonetic = true;
    if (element === "t") this.#isText = true;
  }

  text(text: string): void {
    if (this.#isText && !this.#isPhonetic) this.#pieces.push(text);
  }

  close(element: string): void {
    if (element === "rPh") this.#isPhonetic = false;
    if (element === "t") this.#isText = false;
  }

  take(): string {
    return decodeEscapes(this.#pieces.join(""));
  }
}

/** `_x000D_` is how a workbook writes a character XML cannot hold; `_x005F_` protects an underscore. */
function decodeEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
