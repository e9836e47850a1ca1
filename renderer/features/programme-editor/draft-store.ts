// A draft while it is typed: what is typed stands at once, is kept half a second later, and one save waits for the other.
import type { DraftView } from "../../../shared/contract/programme-editing.ts";
import type { DraftProgramme } from "../../../shared/domain/programme-editing/draft.ts";

/** Long enough for a word, short enough that a power cut takes no sentence. */
const PAUSE_MS = 400;

interface DraftState {
  readonly draft: DraftProgramme;
  readonly save: "saved" | "saving" | "failed";
  readonly error: unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the store asks of the program. */
export interface DraftCalls {
  save(input: { code: string; expectedRevision: number; programme: DraftProgramme }): Promise<DraftView>;
  undo(input: { code: string; expectedRevision: number; direction: "back" | "forward" }): Promise<DraftView>;
}

export class DraftStore {
  readonly #calls: DraftCalls;
  #kept: DraftView;
  #state: DraftState;
  /** What stands at the program: compared by identity. */
  #saved: DraftProgramme;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #taking: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(view: DraftView, calls: DraftCalls) {
    this.#calls = calls;
    this.#kept = view;
    this.#saved = view.programme;
    this.#state = {
      draft: view.programme,
      save: "saved",
      error: null,
      canUndo: view.canUndo,
      canRedo: view.canRedo,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.#state;

  get kept(): DraftView {
    return this.#kept;
  }

  change(update: (draft: DraftProgramme) => DraftProgramme): void {
    const draft = update(this.#state.draft);
    if (draft === this.#state.draft) return;
    this.#set({ draft, save: "saving", canUndo: true, canRedo: false });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Keeps what is not kept yet. @returns whether everything stands at the program */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    // The program is changing the draft: a save before its answer would name an old revision.
    while (this.#taking) await this.#taking;
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    return this.#saved === this.#state.draft;
  }

  /** One step back or forward; nothing while something could not be kept. */
  async step(direction: "back" | "forward"): Promise<void> {
    if (!(await this.flush())) return;
    await this.take(
      this.#calls.undo({
        code: this.#kept.code,
        expectedRevision: this.#kept.revision,
        direction,
      }),
    );
  }

  /** Takes over a draft that the program changed; what was typed while it did so stays, and is kept after it. */
  take(call: Promise<DraftView>): Promise<void> {
    const taking = this.#takeOver(call, this.#state.draft).finally(() => {
      if (this.#taking === taking) this.#taking = undefined;
    });
    this.#taking = taking;
    return taking;
  }

  async #takeOver(call: Promise<DraftView>, sent: DraftProgramme): Promise<void> {
    try {
      const view = await call;
      this.#kept = view;
      this.#saved = view.programme;
      const { programme: draft, canUndo, canRedo } = view;
      if (this.#state.draft === sent) this.#set({ draft, save: "saved", error: null, canUndo, canRedo });
      else this.#set({ error: null });
    } catch (error) {
      this.#set({ error });
    }
  }

  async #saveAll(): Promise<void> {
    while (this.#saved !== this.#state.draft) {
      const { draft } = this.#state;
      try {
        this.#kept = await this.#calls.save({
          code: this.#kept.code,
          expectedRevision: this.#kept.revision,
          programme: draft,
        });
      } catch (error) {
        this.#set({ save: "failed", error });
        return;
      }
      this.#saved = draft;
      const { canUndo, canRedo } = this.#kept;
      if (this.#state.draft === draft) this.#set({ save: "saved", error: null, canUndo, canRedo });
    }
  }

  #set(fields: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...fields };
    for (const listener of this.#listeners) listener();
  }
}
