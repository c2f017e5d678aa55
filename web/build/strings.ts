import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { transform } from 'esbuild';

/** What a module says in quotes. */
export interface Strings {
  plain: ReadonlySet<string>;
  /** Texts with places, as their fixed pieces: `states.${of}.${is}` is `['states.', '.', '']`. */
  templates: readonly (readonly string[])[];
  /** The areas of words that it names: `useT('posting')`. */
  areas: ReadonlySet<string>;
}

/** Where a slash begins an expression for patterns, and does not divide. */
const beforePattern = /(?:^|[(,=:[!&|?{};]|\breturn|=>)\s*$/;
const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*/y;
const text = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y;
const piece = /(?:[^`\\$]|\\.|\$(?!\{))*/y;

/** Goes through JavaScript without comments, and hears every string and every template's pieces. */
class Reader {
  readonly #code: string;
  #at = 0;
  readonly plain: string[] = [];
  readonly templates: string[][] = [];

  constructor(code: string) {
    this.#code = code;
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#code);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  /** Up to the end, or to the brace that closes an expression in a template. */
  read(): void {
    let depth = 0;
    while (this.#at < this.#code.length) {
      const letter = this.#code[this.#at];
      if (letter === '"' || letter === "'") {
        const found = this.#take(text);
        if (found === null) this.#at += 1;
        else this.plain.push(found[1] ?? found[2] ?? '');
        continue;
      }
      if (letter === '/' && beforePattern.test(this.#code.slice(Math.max(0, this.#at - 12), this.#at)))
        if (this.#take(pattern) !== null) continue;
      this.#at += 1;
      if (letter === '`') this.#template();
      if (letter === '{') depth += 1;
      if (letter === '}' && depth-- === 0) return;
    }
  }

  #template(): void {
    const pieces: string[] = [];
    for (;;) {
      pieces.push(this.#take(piece)?.[0] ?? '');
      const letter = this.#code[this.#at];
      this.#at += letter === '$' ? 2 : 1;
      if (letter !== '$') break;
      this.read();
    }
    if (pieces.length === 1) this.plain.push(pieces[0] ?? '');
    else this.templates.push(pieces);
  }
}

/** The strings of a module; comments and types are gone before it is read. */
export const stringsIn = async (root: string, file: string): Promise<Strings> => {
  const loader = extname(file) === '.tsx' ? 'tsx' : 'ts';
  const { code } = await transform(await readFile(join(root, file), 'utf8'), {
    loader,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifySyntax: true,
    charset: 'utf8',
  });
  const reader = new Reader(code);
  reader.read();
  const areas = new Set([...code.matchAll(/\buseT\("(\w+)"\)/g)].map(([, area]) => area ?? ''));
  return { plain: new Set(reader.plain), templates: reader.templates, areas };
};

/** The strings of several modules together. */
export const united = (all: readonly Strings[]): Strings => ({
  plain: new Set(all.flatMap(({ plain }) => [...plain])),
  templates: all.flatMap(({ templates }) => [...templates]),
  areas: new Set(all.flatMap(({ areas }) => [...areas])),
});
