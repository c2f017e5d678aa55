import type { Holder } from '../schema.ts';
import { accent, ink, muted } from './colours.ts';
import type { Style, Typesetter } from './typesetter.ts';
import type { wordsOf } from './words.ts';

export interface Block {
  text: string;
  tag: 'H1' | 'H2' | 'P';
  weight: Style['weight'];
  lang: Style['lang'];
  /** The sizes to try, the largest first. */
  sizes: readonly number[];
  /** In so many lines at most, unless the smallest size needs more. */
  most: number;
  colour: string;
  /** Space above. */
  above: number;
}

/** What stands in the middle of a certificate, from its title to what it says. */
export const blocksOf = async (
  set: Typesetter,
  say: ReturnType<typeof wordsOf>,
  holder: Holder,
): Promise<Block[]> => {
  const names = [
    { text: holder.chinese ?? '', lang: 'zh' },
    { text: holder.passport ?? '', lang: 'en' },
  ] as const;
  const wanted = names.filter(({ text }) => text !== '');
  const printable = await Promise.all(
    wanted.map(({ text, lang }) => set.bring(text, { weight: 'bold', lang })),
  );
  // A name is printed whole or not at all: one with gaps would be another name.
  const whole = wanted.filter((_, index) => printable[index]);
  const bodyPrintable =
    (await set.bring(say.zh.body, { weight: 'regular', lang: 'zh' })) &&
    (await set.bring(say.en.body, { weight: 'regular', lang: 'en' }));
  const note = { tag: 'P', weight: 'regular', sizes: [10], most: 2, colour: muted, above: 6 } as const;
  const body = { tag: 'P', weight: 'regular', sizes: [14, 12, 10, 8.5, 7], most: 3, colour: ink } as const;
  return [
    {
      text: say.zh.title,
      tag: 'H1',
      weight: 'bold',
      lang: 'zh',
      sizes: [42],
      most: 1,
      colour: accent,
      above: 0,
    },
    {
      text: say.en.title,
      tag: 'H2',
      weight: 'regular',
      lang: 'en',
      sizes: [19],
      most: 1,
      colour: accent,
      above: 2,
    },
    { ...note, text: `${say.zh.certifies}  ·  ${say.en.certifies}`, lang: 'zh', sizes: [12], above: 20 },
    ...whole.map(({ text, lang }, index): Block => ({
      text, lang, tag: 'P', weight: 'bold', colour: ink, most: 2,
      sizes: index === 0 ? [34, 28, 22, 17, 13, 10, 8] : [20, 17, 13, 10, 8],
      above: index === 0 ? 8 : 2,
    })), // prettier-ignore
    ...(whole.length < wanted.length || !bodyPrintable
      ? [
          { ...note, text: say.zh.unprintable, lang: 'zh' as const },
          { ...note, text: say.en.unprintable, lang: 'en' as const, above: 0 },
        ]
      : []),
    { ...body, text: say.zh.body, lang: 'zh', above: 14 },
    { ...body, text: say.en.body, lang: 'en', above: 4 },
  ];
};
