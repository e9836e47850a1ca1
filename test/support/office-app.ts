// The built local host as a child process, and a page connected to it.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "./command-line.ts";

export class OfficeApp {
  readonly folder: string;
  #child: ChildProcess | undefined;
  #links: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Starts the host and waits for the link it prints. */
  async start(...args: string[]): Promise<string> {
    this.#links = [];
    const child = spawn(
      process.execPath,
      [join(ROOT, "dist", "node", "local.js"), "--data", this.folder, "--no-open", ...args],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`local host ended with ${code}`)));
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        const link = /http:\/\/127\.0\.0\.1:\d+\/#b=\S+/.exec(text)?.[0];
        if (!link) return;
        this.#links.push(link);
        resolve(link);
      });
    });
  }

  async open(page: Page, ...args: string[]): Promise<void> {
    await page.goto(await this.start(...args));
  }

  /** Pulls the plug: nothing gets a chance to write anything more. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.removeAllListeners("exit");
    child.once("exit", () => undefined);
    const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.kill("SIGKILL");
    await Promise.race([ended, gone]);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    child.removeAllListeners("exit");
    const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.kill("SIGTERM");
    await gone;
  }
}
