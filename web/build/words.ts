import { join } from 'node:path';
import type { Strings } from './strings.ts';

/** Sentences by their names, in groups; one that counts has forms. */
export interface Words {
  readonly [name: string]: string | Words;
}

/** Those that a refusal brings, and that come with the first one: nobody needs them before. */
const later = /^(errors|reasons)\./;
/** But what has to be said when nothing can be brought any more. */
const always = /^errors\.(offline|internal|throttled|unauthenticated)$/;

const isLater = (name: string): boolean => later.test(name) && !always.test(name);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a module with these strings can ask for the sentence of a dotted name. */
const asksFor = ({ plain, templates }: Strings): ((name: string) => boolean) => {
  const patterns = templates
    .filter((pieces) => /[a-z]/i.test(pieces.join('')) && pieces.every((piece) => /^[\w.]*$/.test(piece)))
    .map((pieces) => {
      // One without a dot can only be the name of a sentence outside all groups.
      const place = pieces.some((piece) => piece.includes('.')) ? '[\\w.:/-]+' : '[\\w-]+';
      const pattern = new RegExp(`^${pieces.map(escaped).join(place)}$`);
      // `<State of="offer" …>`: the kind of thing whose states are said is named.
      const ofKind = pieces[0] === 'states.';
      return (name: string) => pattern.test(name) && (!ofKind || plain.has(name.split('.')[1] ?? ''));
    });
  return (name) => plain.has(name) || patterns.some((matches) => matches(name));
};

const hasForms = (words: Words): boolean =>
  typeof words['other'] === 'string' &&
  Object.keys(words).every((name) => name === 'one' || name === 'other');

/** The part of a dictionary whose names pass; undefined when none does. */
const only = (words: Words, passes: (name: string) => boolean, above = ''): Words | undefined => {
  const kept = Object.entries(words).flatMap(([name, value]): [string, string | Words][] => {
    const dotted = above + name;
    if (typeof value === 'string' || hasForms(value)) return passes(dotted) ? [[name, value]] : [];
    const inside = only(value, passes, `${dotted}.`);
    return inside === undefined ? [] : [[name, inside]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/**
 * The words of a part, by area: what its modules can ask for. What `shell` asks for is there already. A name that is
 * put together in a way that this cannot see is brought when it is asked for, with its whole dictionary.
 */
export const wordsFor = (
  dictionaries: ReadonlyMap<string, Words>,
  strings: Strings,
  shell?: Strings,
): Words => {
  const asked = asksFor(strings);
  const there = shell === undefined ? () => false : asksFor(shell);
  const passes = (area: string) => (name: string) =>
    asked(name) && !(area === 'shared' && (there(name) || isLater(name)));
  return Object.fromEntries(
    [...strings.areas].flatMap((area): [string, Words][] => {
      const kept = only(dictionaries.get(area) ?? {}, passes(area));
      return kept === undefined ? [] : [[area, kept]];
    }),
  );
};

/** What only a refusal needs. */
export const refusalWords = (dictionaries: ReadonlyMap<string, Words>): Words => ({
  shared: only(dictionaries.get('shared') ?? {}, (name) => later.test(name)) ?? {},
});

/** A language's dictionaries, by area. */
export const dictionariesOf = async (
  web: string,
  lang: string,
  files: Readonly<Record<string, string>>,
): Promise<Map<string, Words>> =>
  new Map(
    await Promise.all(
      Object.entries(files).map(async ([area, file]): Promise<[string, Words]> => {
        const module: { default: Words } = await import(join(web, 'i18n', lang, file));
        return [area, module.default];
      }),
    ),
  );
