import { parseArgs } from 'node:util';
import type { SearchWrite } from '../../functions/search/search.ts';
import { anyPort } from '../../infra/local/services/ports.ts';
import { type RunningService, ServiceUnavailable } from '../../infra/local/services/service.ts';
import { startService } from '../../infra/local/services/start.ts';
import { postingsForStudent, searchPostings, studentsForPosting } from '../../matching/ranking/plan.ts';
import { type FilledEngine, filledEvaluator, filledOpenSearch } from './rank-engines.ts';
import { benchPostings, benchStudents } from './rank-market.ts';
import { timed } from './timing.ts';

/** `npm run bench:rank -- --sizes 1000,100000`: as many postings and students each, ranked by both engines. */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    requests: { type: 'string', default: '400' },
  },
});

const cold = 20;
const requests = Number(values.requests);

/** Each of the three lists in turn, every one for somebody else. */
const asked = (writes: readonly SearchWrite[], { search }: FilledEngine, count: number, from: number) => {
  const questions = ['数据分析', 'marketing intern', '前端开发 React', 'financial analyst', '短视频 content'];
  return Array.from({ length: count }, (_, at) => () => {
    const write = writes[((from + at) * 7_919) % writes.length];
    if (at % 5 === 4)
      return search.rankPostings(searchPostings({ q: questions[((at / 5) % questions.length) | 0] }));
    if (write?.document === undefined) throw new Error('There is nothing to ask for.');
    return write.index === 'students'
      ? search.rankPostings(postingsForStudent(write.document))
      : search.rankStudents(studentsForPosting(write.document));
  });
};

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);

const measure = async (writes: readonly SearchWrite[], engine: FilledEngine): Promise<void> => {
  const first = await timed(asked(writes, engine, cold, 0), 1);
  await timed(asked(writes, engine, requests, 1_000), 2);
  const before = await engine.processorTime();
  const one = await timed(asked(writes, engine, requests, 10_000), 1);
  const processor = ((await engine.processorTime()) - before) / requests;
  const eight = await timed(asked(writes, engine, requests, 50_000), 8);
  const row = {
    engine: engine.name.padEnd(10),
    'documents of each kind': (writes.length / 2).toLocaleString('en'),
    built: `${engine.seconds.toFixed(1)} s`,
    'documents/s': Math.round(writes.length / engine.seconds).toLocaleString('en'),
    memory: engine.memory,
    [`first ${cold}, p50`]: `${shown(first.p50)} ms`,
    '1 client, p50 / p99': `${shown(one.p50)} / ${shown(one.p99)} ms`,
    'processor time a request': `${shown(processor)} ms`,
    '8 clients, p50 / p99': `${shown(eight.p50)} / ${shown(eight.p99)} ms`,
  };
  console.log(
    Object.entries(row)
      .map(([name, value]) => `${name}: ${value}`)
      .join(' · '),
  );
};

const sizes = values.sizes.split(',').map(Number);
let service: RunningService | undefined;
try {
  service = await startService('open-search', await anyPort('open-search'));
} catch (error) {
  if (!(error instanceof ServiceUnavailable)) throw error;
  console.log(`OpenSearch is left out. ${error.message}`);
}
try {
  for (const size of sizes) {
    const writes: SearchWrite[] = [];
    for (const document of benchPostings(size))
      writes.push({ index: 'postings', id: document.id, version: 1, document });
    for (const document of benchStudents(size))
      writes.push({ index: 'students', id: document.id, version: 1, document });
    await measure(writes, await filledEvaluator(writes));
    if (service === undefined) continue;
    const engine = await filledOpenSearch(service.url, writes);
    await measure(writes, engine);
    await engine.close();
  }
} finally {
  await service?.stop();
}
