import type { Figures } from './schema.ts';

type Cell = Figures['heat'][number];

/** Categories by majors: how many applications and matches fall on each pair. */
export class Heat {
  readonly #cells = new Map<string, Cell>();

  count(category: string, major: string, what: 'applications' | 'matches'): void {
    const name = `${category} ${major}`;
    const cell = this.#cells.get(name) ?? { category, major, applications: 0, matches: 0 };
    cell[what] += 1;
    this.#cells.set(name, cell);
  }

  /** The strongest first. */
  cells(): Cell[] {
    return [...this.#cells.values()].toSorted(
      (a, b) => b.applications - a.applications || b.matches - a.matches || a.category.localeCompare(b.category, 'en') || a.major.localeCompare(b.major, 'en'), // prettier-ignore
    );
  }
}
