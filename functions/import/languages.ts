import { languageLevels } from '../values.ts';
import { tidy } from './cell.ts';
import { languageNamed, saysNative } from './vocabulary.ts';

type Level = (typeof languageLevels)[number];
const levels: ReadonlyMap<string, Level> = new Map(
  languageLevels.map((level) => [level.toUpperCase(), level]),
);

const levelOf = (text: string): Level | undefined => {
  const plain = tidy(text.replaceAll(/[()（）:：\-–—]/gu, ' '));
  return (
    levels.get(plain.toUpperCase().replaceAll(/\s|级/g, '')) ?? (saysNative(plain) ? 'native' : undefined)
  );
};

/** `English C1`, `中文(母语)`, `zh: HSK5`; undefined when the language or its level is not understood. */
export const languageOf = (entry: string): { code: string; level: Level } | undefined => {
  const text = entry.normalize('NFKC');
  const bare =
    /^(\p{L}+?)\s*[(:\-–—\s]\s*(.+?)\)?$/u.exec(text) ??
    /^(\p{Script=Han}+?)([A-Z0-9]+|母语)级?$/iu.exec(text);
  const code = languageNamed(bare?.[1] ?? '');
  const level = levelOf(bare?.[2] ?? '');
  return code === undefined || level === undefined ? undefined : { code, level };
};

export const unknownLanguage = 'is not a language with its level; write it like English C1 or 中文 HSK5';
