import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import { match } from '../../../matching/round/match.ts';

const instance = {
  students: { ann: ['lab', 'bank'], bo: ['lab'], '中 文': [], __proto: ['bank'] },
  postings: {
    lab: { capacity: 1, ranking: ['bo', 'ann'] },
    bank: { capacity: 1, ranking: [['ann', '__proto']] },
  },
  seed: 'one',
};
let folder: string;
const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const run = async (...args: string[]) => {
  const child = spawn(process.execPath, ['matching/cli/start.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await code };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command line', () => {
  it('matches, verifies and explains files, with the bytes of the engine', async () => {
    const path = await file('instance.json', JSON.stringify(instance, null, 2));
    const { out, code } = await run('match', path);
    expect({ code, out }).toEqual({ code: 0, out: `${canonicalJson(match(instance))}\n` });
    const result = await file('result.json', out);
    expect(await run('verify', path, result)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Valid'),
    });
    const told = await run('explain', path, result, 'ann', '--lang', 'zh');
    expect(told.out).toContain('1. lab：全部 1 个名额');
    expect(told.out).not.toContain('bo');
    expect((await run('next-round', path, result)).code).toBe(0);
    expect((await run('compare', path, path)).out).toBe('[]\n');
    expect((await run('match', path, '--proposing', 'postings')).out).toContain('"proposing":"postings"');
  });

  it('shows no sign of an id that would command the terminal', async () => {
    const path = await file(
      'signs.json',
      JSON.stringify({ students: { 'a\u001b[31m\u202e': ['x'] }, postings: {} }),
    );
    const { err, code } = await run('match', path);
    expect({ err, code }).toEqual({
      err: `${path}: students.a\\u001b[31m\\u202e[0]: "x" is not in this round (unknownPosting)\n`,
      code: 2,
    });
  });

  it('ends with 1 and names every fault of a wrong result', async () => {
    const path = await file('instance.json', JSON.stringify(instance));
    const { assignment, ...rest } = match(instance);
    const swapped = { ...rest, assignment: { ...assignment, ann: 'lab', bo: 'bank' } };
    const { out, code } = await run('verify', path, await file('wrong.json', JSON.stringify(swapped)));
    expect(code).toBe(1);
    expect(out).toContain('blockingPair: student "bo", posting "lab"');
    expect(out).toContain('unacceptablePair: student "bo", posting "bank", notListedBy "student"');
  });

  it('ends with 2 and names what is wrong with the input', async () => {
    const bad = { ...instance, postings: { lab: { capacity: -1, ranking: [] } } };
    expect(await run('match', await file('bad.json', JSON.stringify(bad)))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('postings.lab.capacity: -1 seats'),
    });
    expect(await run('match', await file('cut.json', '{"students":{'))).toMatchObject({ code: 2 });
    const utf16 = join(folder, 'utf16.json');
    await writeFile(utf16, JSON.stringify(instance), 'utf16le');
    expect(await run('match', utf16)).toMatchObject({
      code: 2,
      err: expect.stringContaining('utf16.json: not'),
    });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
  });

  it.each([
    ['that is not there', 'absent.json', 'there is no such file'],
    ['in a file', 'instance.json/inner.json', 'there is no such file'],
    ['that is a folder', '', 'is a folder; name a file'],
  ])('says of a file %s what it is', async (_, name, reason) => {
    const path = await file('instance.json', JSON.stringify(instance));
    const other = join(folder, name);
    const err = `${other}: ${reason}\n`;
    expect(await run('match', other)).toEqual({ code: 2, out: '', err });
    expect(await run('verify', path, other)).toEqual({ code: 2, out: '', err });
  });

  it('says in which file the fault is', async () => {
    const path = await file('instance.json', JSON.stringify(instance));
    const bad = await file('bad.json', JSON.stringify({ ...instance, seed: 3 }));
    const result = await file('bad-result.json', '{"engine":another}');
    expect(await run('compare', path, bad)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${bad}: seed: 3 must be`),
    });
    expect(await run('verify', path, result)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${result}: engine: not JSON near`),
    });
  });

  it('tells nothing of a result that is wrong or of another instance', async () => {
    const path = await file('instance.json', JSON.stringify(instance));
    const other = await file('other.json', canonicalJson(match({ ...instance, seed: 'two' })));
    for (const args of [
      ['explain', path, other, 'ann'],
      ['next-round', path, other],
    ]) {
      expect(await run(...args)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('wrongSnapshot'),
      });
    }
  });

  it.each([
    ['no list', '{"ann":true}', 'must be a list'],
    ['a stranger', '["ann","eve"]', '[1]: "eve" is no student'],
    ['a number', '[3]', '[0]: 3 is no student'],
    ['no JSON', 'ann', 'declined.json: '],
  ])('refuses %s as those who declined', async (_, declined, reason) => {
    const path = await file('instance.json', JSON.stringify(instance));
    const result = await file('result.json', canonicalJson(match(instance)));
    expect(await run('next-round', path, result, await file('declined.json', declined))).toMatchObject({
      code: 2,
      err: expect.stringContaining(reason),
    });
  });
});
