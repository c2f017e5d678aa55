import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** A command of a README's console block with what is printed under it. */
interface Shown {
  readonly command: string;
  readonly output: string;
}

const readme = await readFile('matching/README.md', 'utf8');
const shown = [...readme.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((part): Shown => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), output: part.slice(end + 1) };
    }),
);

describe('the README of matching', () => {
  it('shows every command of the engine', () => {
    const names = new Set(shown.map(({ command }) => command.split(' ')[3]));
    expect(names).toEqual(new Set(['match', 'verify', 'explain', 'next-round', 'compare']));
  });

  it.each(shown)('prints what is shown for $command', async ({ command, output }) => {
    const [program = '', ...args] = command.split(' ');
    const { stdout } = await promisify(execFile)(program, args);
    expect(stdout).toBe(output);
  });

  it.each(['ties', 'groups', 'reserves', 'transfers'])('keeps the result of %s as matched', async (name) => {
    const result = await readFile(`matching/examples/${name}.result.json`, 'utf8');
    const [match] = shown.filter(({ command }) => command.endsWith(` matching/examples/${name}.json`));
    expect(match?.output).toBe(result);
  });
});
