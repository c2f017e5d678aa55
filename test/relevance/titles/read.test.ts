import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJudgements, readTitles } from './read.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'titles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (content: string | Uint8Array, name = 'corpus.tsv'): void =>
  writeFileSync(join(folder, name), content);

describe('readTitles', () => {
  it('takes a byte order mark, carriage returns, empty titles, tabs in titles and no last line feed', () => {
    write('\uFEFFid\ttitle\r\n1\t会计\r\n2\t\r\n\r\n3\ta\tb\r\n4\tlast');
    expect(readTitles(folder, 'corpus.tsv')).toEqual([
      { id: '1', title: '会计' },
      { id: '2', title: '' },
      { id: '3', title: 'a b' },
      { id: '4', title: 'last' },
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['no header', '1\tcook\n', 'line 1: the header must be "id\\ttitle", not "1\\tcook"'],
    ['an empty file', '', 'line 1: the header must be "id\\ttitle", not ""'],
    ['a line without a tab', 'id\ttitle\n1\tcook\n2 baker\n', 'line 3: there is no tab between id and title'],
    ['an empty id', 'id\ttitle\n\tcook\n', 'line 2: the id is empty'],
    ['an id with a space', 'id\ttitle\na b\tcook\n', 'line 2: the id "a b" has a space'],
    ['an id twice', 'id\ttitle\n1\tcook\n1\tbaker\n', 'line 3: the id 1 stands here a second time'],
    [
      'bytes that are not UTF-8',
      Uint8Array.of(...Buffer.from('id\ttitle\n1\t'), 0xff, 10),
      'line 2: is not UTF-8',
    ],
  ])('refuses %s', (_, content, reason) => {
    write(content);
    expect(() => readTitles(folder, 'corpus.tsv')).toThrow(`${join(folder, 'corpus.tsv')}, ${reason}`);
  });

  it('refuses a file that is not there, and a folder in its place', () => {
    expect(() => readTitles(folder, 'corpus.tsv')).toThrow('corpus.tsv: there is no such file');
    mkdirSync(join(folder, 'queries.tsv'));
    expect(() => readTitles(folder, 'queries.tsv')).toThrow('queries.tsv: is not a file');
  });
});

describe('readJudgements', () => {
  it('keeps what is relevant, and queries without anything relevant', () => {
    write('query\tdocument\trelevance\n1\ta\t1\n1\tb\t0\n2\ta\t0\n', 'qrels.tsv');
    expect([...readJudgements(folder)]).toEqual([
      ['1', new Set(['a'])],
      ['2', new Set()],
    ]);
  });

  it.each(['1\ta', '1\ta\tyes', '1\ta\t1\t1'])('refuses the line %j', (line) => {
    write(`query\tdocument\trelevance\n${line}\n`, 'qrels.tsv');
    expect(() => readJudgements(folder)).toThrow('qrels.tsv, line 2: ');
  });
});

describe('rank-titles', () => {
  const run = (...args: string[]) => {
    const script = new URL('../rank-titles.ts', import.meta.url).pathname;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('prints a run', () => {
    write('id\ttitle\nA\t税务会计\nB\tTax accountant\nC\t厨师\nD\t\n');
    write('id\ttitle\nq1\ttax\nq2\t\nq3\t…\n', 'queries.tsv');
    const { status, stdout } = run(folder);
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(lines.map(([query, q0, document, rank, , tag]) => [query, q0, document, rank, tag])).toEqual([
      ['q1', 'Q0', 'B', '1', 'text'],
      ['q1', 'Q0', 'A', '2', 'text'],
    ]);
    expect(Number(lines[0]?.[4])).toBeGreaterThan(Number(lines[1]?.[4]));
  });

  it('says what is wrong and exits with 2', () => {
    write('id\ttitle\n1\tcook\n');
    expect(run(folder)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('queries.tsv: there is no such file'),
    });
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('rank-titles -- DIR') });
  });
});
