// The whole application for a test: the built local host as a child process, and a page connected to it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "@playwright/test";
import { ROOT } from "./command-line.ts";

const LINK = /http:\/\/127\.0\.0\.1:\d+\/#b=[\w-]+/;

export class OfficeApp {
  readonly folder: string;
  #host: ChildProcess | undefined;
  #links: AsyncGenerator<string> | undefined;
  #arguments: readonly string[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Starts the host and waits for the link it prints. */
  async start(...args: readonly string[]): Promise<string> {
    this.#arguments = args;
    const host = spawn(
      process.execPath,
      [join(ROOT, "dist", "node", "local.js"), "--data", this.folder, "--no-open", ...args],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    this.#host = host;
    this.#links = linksOf(host);
    return this.nextLink();
  }

  async open(page: Page, ...args: readonly string[]): Promise<void> {
    await page.goto(await this.start(...args));
  }

  /** The next link the host prints: a new one whenever one was used. */
  async nextLink(): Promise<string> {
    const next = await this.#links?.next();
    if (!next || next.done) throw new Error("the host printed no link");
    return next.value;
  }

  /** What a power cut does to the program, and opening it again on the same folder. */
  async killAndReopen(page: Page): Promise<void> {
    await this.kill();
    await this.open(page, ...this.#arguments);
  }

  /** Pulls the plug: nothing gets a chance to write anything more. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    if (!host || host.exitCode !== null || host.signalCode !== null) return;
    const ended = once(host, "exit");
    host.kill(signal);
    await ended;
  }
}

async function* linksOf(host: ChildProcess): AsyncGenerator<string> {
  if (!host.stdout) return;
  for await (const line of createInterface({ input: host.stdout })) {
    const link = LINK.exec(line)?.[0];
    if (link !== undefined) yield link;
  }
  throw new Error(`the local host ended with ${host.exitCode ?? host.signalCode}`);
}
