import { expect, it } from 'vitest';
import { progressOn } from '../../../../infra/local/cycle/progress.ts';
import { sideBySide } from '../../../../infra/local/cycle/side-by-side.ts';

const written = async (isTTY: boolean): Promise<string[]> => {
  const texts: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => texts.push(text) });
  await progress.step('Counting', 2, async (said) => {
    said(1);
    said(2);
  });
  return texts;
};

it('writes one line a step into a log, without control characters', async () => {
  const texts = await written(false);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/^Counting +0\.0 s\n$/);
});

it('moves one line on a terminal', async () => {
  const texts = await written(true);
  expect(texts.filter((text) => text.includes('1/2'))).toHaveLength(1);
  expect(texts.slice(0, -1).every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
});

it('works on so many entries at a time and answers in their order', async () => {
  let [now, most] = [0, 0];
  const answers = await sideBySide(
    [5, 1, 3, 1, 2, 4],
    async (turns) => {
      now += 1;
      most = Math.max(most, now);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      now -= 1;
      return turns * 10;
    },
    { width: 3 },
  );
  expect(answers).toEqual([50, 10, 30, 10, 20, 40]);
  expect(most).toBe(3);
});

it('begins nothing more after the first error', async () => {
  const begun: number[] = [];
  const work = async (entry: number): Promise<void> => {
    begun.push(entry);
    await Promise.resolve();
    if (entry === 1) throw new Error('no');
  };
  await expect(sideBySide([1, 2, 3, 4, 5, 6], work, { width: 2 })).rejects.toThrow('no');
  expect(begun).toEqual([1, 2]);
});
