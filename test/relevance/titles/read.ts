import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file that is not what it must be. The message names the file, the line and the reason. */
export class BadFile extends Error {
  constructor(file: string, reason: string, line?: number) {
    super(line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`);
  }
}

export interface Title {
  readonly id: string;
  readonly title: string;
}

/** By query: the documents that are relevant to it. */
export type Judgements = ReadonlyMap<string, ReadonlySet<string>>;

/** `id<TAB>title` under a header. A title may be empty and may hold tabs; an id has no spaces, since a run has columns. */
export function readTitles(folder: string, name: string): Title[] {
  const file = join(folder, name);
  const seen = new Set<string>();
  return rows(file, 'id\ttitle').map(({ text, line }) => {
    const tab = text.indexOf('\t');
    if (tab < 0) throw new BadFile(file, 'there is no tab between id and title', line);
    const id = text.slice(0, tab);
    checkId(id, 'id', file, line);
    if (seen.has(id)) throw new BadFile(file, `the id ${id} stands here a second time`, line);
    seen.add(id);
    return { id, title: text.slice(tab + 1).replaceAll('\t', ' ') };
  });
}

/** `query<TAB>document<TAB>relevance` under a header; relevance is a whole number, above 0 for what is relevant. */
export function readJudgements(folder: string): Judgements {
  const file = join(folder, 'qrels.tsv');
  const found = new Map<string, Set<string>>();
  for (const { text, line } of rows(file, 'query\tdocument\trelevance')) {
    const [query = '', document = '', relevance = '', ...rest] = text.split('\t');
    checkId(query, 'query', file, line);
    checkId(document, 'document', file, line);
    if (!/^\d+$/.test(relevance) || rest.length > 0) {
      throw new BadFile(file, 'the third and last column must be a whole number', line);
    }
    const relevant = found.get(query) ?? new Set<string>();
    found.set(query, relevant);
    if (Number(relevance) > 0) relevant.add(document);
  }
  return found;
}

function checkId(id: string, what: string, file: string, line: number): void {
  if (id === '') throw new BadFile(file, `the ${what} is empty`, line);
  if (/\s/.test(id)) throw new BadFile(file, `the ${what} ${JSON.stringify(id)} has a space`, line);
}

/** The lines under the header that are not empty; a byte order mark and carriage returns are dropped. */
function rows(file: string, header: string): { text: string; line: number }[] {
  const [first = '', ...rest] = decoded(file).split(/\r?\n/);
  if (first !== header) {
    throw new BadFile(file, `the header must be ${JSON.stringify(header)}, not ${JSON.stringify(first)}`, 1);
  }
  return rest.map((text, index) => ({ text, line: index + 2 })).filter(({ text }) => text !== '');
}

function decoded(file: string): string {
  const bytes = bytesOf(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BadFile(file, 'is not UTF-8', lineOfFault(bytes));
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    if (!statSync(file).isFile()) throw new BadFile(file, 'is not a file');
    return readFileSync(file);
  } catch (error) {
    if (error instanceof BadFile) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new BadFile(file, missing ? 'there is no such file' : 'cannot be read');
  }
}

const NEW_LINE = 10;

/** No character of UTF-8 spans a line feed, so that each line can be decoded alone. */
function lineOfFault(bytes: Uint8Array): number {
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(NEW_LINE, from);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    from = end + 1;
  }
}
