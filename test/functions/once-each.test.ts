import { expect, test } from 'vitest';
import { onceEach } from '../../functions/once-each.ts';

test('each thing is read once, also by those who ask at the same moment', async () => {
  const read: string[] = [];
  const letterOf = onceEach(async (id: string) => {
    read.push(id);
    return id.toUpperCase();
  });
  expect(await Promise.all([letterOf('a'), letterOf('b'), letterOf('a')])).toEqual(['A', 'B', 'A']);
  expect(read).toEqual(['a', 'b']);
});

test('what could not be read is asked for anew', async () => {
  let broken = true;
  const letterOf = onceEach(async (id: string) => {
    if (broken) throw new Error('the file is away');
    return id;
  });
  await expect(letterOf('a')).rejects.toThrow('the file is away');
  broken = false;
  expect(await letterOf('a')).toBe('a');
});
