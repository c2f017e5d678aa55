import * as z from 'zod';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import type { Search, SearchWrite } from '../../functions/search/search.ts';
import { emptyOpenSearch } from '../support/open-search.ts';

/** An engine that was filled, and what that took. */
export interface FilledEngine {
  readonly name: string;
  readonly search: Search;
  readonly seconds: number;
  /** Beside the documents themselves. */
  readonly memory: string;
  /** Milliseconds of processor time that it used so far, the client's included: other programs do not slow it down. */
  processorTime(): Promise<number>;
  close(): Promise<void>;
}

const batch = 1_000;

/** The documents of a batch are made outside of the time that is counted. */
const fill = async (search: Search, writes: Iterable<SearchWrite>): Promise<number> => {
  let [seconds, waiting] = [0, [] as SearchWrite[]];
  const flush = async (): Promise<void> => {
    const started = performance.now();
    await search.write(waiting);
    seconds += (performance.now() - started) / 1_000;
    waiting = [];
  };
  for (const write of writes) {
    waiting.push(write);
    if (waiting.length === batch) await flush();
  }
  await flush();
  return seconds;
};

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

const ownTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const memoryUsed = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

export const filledEvaluator = async (writes: readonly SearchWrite[]): Promise<FilledEngine> => {
  const search = evaluatorSearch();
  const before = memoryUsed();
  const seconds = await fill(search, writes);
  const memory = megabytes(memoryUsed() - before);
  return {
    name: 'evaluator',
    search,
    seconds,
    memory,
    processorTime: async () => ownTime(),
    close: async () => {},
  };
};

const Stats = z.object({
  _all: z.object({ total: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});
const Nodes = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      jvm: z.object({ mem: z.object({ heap_used_in_bytes: z.number() }) }),
      process: z.object({ cpu: z.object({ total_in_millis: z.number() }) }),
    }),
  ),
});

export const filledOpenSearch = async (
  url: string,
  writes: readonly SearchWrite[],
): Promise<FilledEngine> => {
  const { connection, search, settle, merge, close } = await emptyOpenSearch(url);
  const seconds = await fill(search, writes);
  await settle();
  await merge();
  await settle();
  const stats = Stats.parse(await connection.ask({ method: 'GET', path: '/test-*/_stats/store' }));
  const node = async () => {
    const answer = await connection.ask({ method: 'GET', path: '/_nodes/stats/jvm,process' });
    const [only] = Object.values(Nodes.parse(answer).nodes);
    if (only === undefined) throw new Error('There is no node.');
    return only;
  };
  const heap = (await node()).jvm.mem.heap_used_in_bytes;
  const memory = `${megabytes(heap)} heap, ${megabytes(stats._all.total.store.size_in_bytes)} on disk`;
  const processorTime = async (): Promise<number> => ownTime() + (await node()).process.cpu.total_in_millis;
  return { name: 'OpenSearch', search, seconds, memory, processorTime, close };
};
