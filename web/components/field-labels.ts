/** The labels of a form's fields, by pointer. Whoever shows them hears of each that comes, changes or goes. */
export class FieldLabels {
  readonly #labels = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  /** Answers how to take the label back. */
  say(pointer: string, label: string): () => void {
    this.#labels.set(pointer, label);
    this.#tell();
    return () => {
      this.#labels.delete(pointer);
      this.#tell();
    };
  }

  /** The field that a pointer is about: its own, else the closest around it. */
  of(pointer: string): { at: string; label: string } | undefined {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const label = this.#labels.get(at);
      if (label !== undefined) return { at, label };
    }
    return undefined;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
