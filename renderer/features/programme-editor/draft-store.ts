// A draft while it is typed: what is typed stands at once, is kept half a second later, and one save waits for the other.
import type { DraftView } from "../../../shared/contract/programme-editing.ts";
import type { DraftProgramme } from "../../../shared/domain/programme-editing/draft.ts";
import { api } from "../../api/api.ts";

/** Long enough for a word, short enough that a power cut takes no sentence. */
const PAUSE_MS = 400;

export interface DraftState {
  readonly draft: DraftProgramme;
  readonly save: "saved" | "saving" | "failed";
  readonly error: unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export class DraftStore {
  #kept: DraftView;
  #state: DraftState;
  /** What stands at the program: compared by identity. */
  #saved: DraftProgramme;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(view: DraftView) {
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
      api.programmeEditing.undo.call({
        code: this.#kept.code,
        expectedRevision: this.#kept.revision,
        direction,
      }),
    );
  }

  /** Takes over a draft that the program changed. */
  async take(call: Promise<DraftView>): Promise<void> {
    try {
      const view = await call;
      this.#kept = view;
      this.#saved = view.programme;
      const { programme: draft, canUndo, canRedo } = view;
      this.#set({ draft, save: "saved", error: null, canUndo, canRedo });
    } catch (error) {
      this.#set({ error });
    }
  }

  async #saveAll(): Promise<void> {
    while (this.#saved !== this.#state.draft) {
      const { draft } = this.#state;
      try {
        this.#kept = await api.programmeEditing.save.call({
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
