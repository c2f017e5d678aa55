import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const place = /(?:file:\/\/)?(\/[^\s():]+\.m?js):(\d+):(\d+)/g;

const mapBeside = (file: string): SourceMap | undefined => {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    return undefined; // Node's own files, and what was bundled without one
  }
};

/**
 * A stack with the places of the source in it, where a map lies beside the bundled file. Node can do so by itself, but
 * then reads every map at each start; this reads one when something has gone wrong.
 */
export const inSource = (stack: string): string => {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replaceAll(place, (found: string, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, mapBeside(file));
    const origin = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    return origin !== undefined && 'originalSource' in origin
      ? `${origin.originalSource}:${origin.originalLine + 1}:${origin.originalColumn + 1}`
      : found;
  });
};
