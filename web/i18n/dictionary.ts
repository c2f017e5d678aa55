import type { Area } from './areas.ts';
import type { Lang } from './lang.ts';
import type { WordSource } from './sources.ts';

type Group = Record<string, unknown>;

/** What has been brought, by language and area. */
const held: Record<Lang, Record<string, Group>> = { zh: {}, en: {} };
/** What was brought in which languages; a change of language brings all of it in the other. */
const brought = new Map<WordSource, Set<Lang>>();
const listeners = new Set<() => void>();

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

/** Puts new sentences beside those that are there. */
function add(into: Group, words: object): void {
  for (const [name, value] of Object.entries(words)) {
    const there = into[name];
    if (isGroup(value) && isGroup(there)) add(there, value);
    else into[name] = isGroup(value) ? { ...value } : value;
  }
}

const addTo = (lang: Lang, area: string, words: object): void => {
  const into = (held[lang][area] ??= {});
  add(into, structuredClone(words));
};

/** Brings sentences; nothing to do when they are here already. */
export async function bringWords(lang: Lang, source: WordSource): Promise<void> {
  const langs = brought.get(source) ?? new Set();
  brought.set(source, langs);
  if (langs.has(lang)) return;
  const file: { default: Readonly<Record<string, object>> } = await import(`${WORDS}/${lang}/${source}.js`);
  for (const [area, words] of Object.entries(file.default)) addTo(lang, area, words);
  langs.add(lang);
}

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Brings sentences that a page which is shown already has asked for. */
export async function bringLate(lang: Lang, source: WordSource): Promise<void> {
  if (brought.get(source)?.has(lang) === true) return;
  await bringWords(lang, source);
  tell();
}

/** What is in use, in another language. */
export const bringAllWords = async (lang: Lang): Promise<void> => {
  await Promise.all([...brought.keys()].map((source) => bringWords(lang, source)));
};

/** The sentences of an area that are here. */
export const wordsOf = (lang: Lang, area: Area): object => held[lang][area] ?? {};

/** Hears of sentences that came after the page that asks for them. */
export const onWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const whole = new Set<string>();

/** A sentence was asked for that nobody saw coming: brings its whole dictionary, once. */
export async function bringWhole(lang: Lang, area: Area): Promise<void> {
  if (whole.has(lang + area)) return;
  whole.add(lang + area);
  try {
    const { loaders } = await import('./areas.ts');
    addTo(lang, area, (await loaders[lang][area]()).default);
  } catch (failed) {
    whole.delete(lang + area); // to be tried again with the next sentence
    throw failed;
  }
  tell();
}
