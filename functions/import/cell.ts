/** Characters that show nothing and only spoil comparisons: zero-width space, direction marks, word joiner, BOM. */
const invisible = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** Full-width letters and digits, which Chinese input methods leave behind. */
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/** Text over several lines without odd spaces and invisible characters. */
export const tidyText = (cell: string): string =>
  cell
    .replace(/^'(?=\s*[=+\-@\t\r＝＋－＠])/, '') // the guard that `rejected.ts` puts before a formula
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replaceAll(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ *\n */g, '\n')
    .trim();

/** One line without odd spaces, invisible characters and the separators that cutting and pasting leaves at its ends. */
export const tidy = (cell: string): string =>
  tidyText(cell)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s+([,;:!?])/g, '$1')
    .replaceAll(/^[\s,;:|，；：、–—-]+|[\s,;:|，；：、–—-]+$/gu, '');

/** What stays of a text for comparing it: letters and digits in one width and case. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A part of a cell that was not understood, and what would be. */
export interface Wrong {
  reason: string;
  value?: string;
}
/** What was read from a cell. */
export type Read<T> = { value: T } | { wrong: readonly Wrong[] };

export const wrong = (reason: string, value?: string): { wrong: Wrong[] } => ({
  wrong: [{ reason, ...(value !== undefined && { value: value.slice(0, 200) }) }],
});

const separators = [/[;；\n|]+/u, /[、]+/u, /[,，]+/u, /\s*\/\s*/u];

/**
 * The entries of a list. A cell is split only as far as needed for its parts to be understood, because a name may
 * hold a separator itself (UI/UX).
 */
export const readList = <T>(
  cell: string,
  readEntry: (entry: string) => T | undefined,
  reason: string,
): Read<T[]> => {
  const unknown: Wrong[] = [];
  const read = (part: string, level: number): T[] => {
    const text = tidy(part);
    if (text === '') return [];
    const entry = readEntry(text);
    if (entry !== undefined) return [entry];
    const finer = separators.findIndex((separator, index) => index >= level && separator.test(text));
    const separator = separators[finer];
    if (separator !== undefined) return text.split(separator).flatMap((piece) => read(piece, finer + 1));
    unknown.push(...wrong(reason, text).wrong);
    return [];
  };
  const entries = cell.split('\n').flatMap((line) => read(line, 0));
  if (unknown.length > 0) return { wrong: unknown };
  const seen = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return { value: [...seen.values()] };
};
