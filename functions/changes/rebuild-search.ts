import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { Build } from '../search/build.ts';
import { wants } from './consumer.ts';
import { followedFrom } from './follower.ts';
import { documentPages, indexDocuments, searchWrites } from './index-documents.ts';
import { differences, recordedSample } from './rebuild-check.ts';

type Recorded = Pick<Deps, 'table' | 'clock'>;

/** How far a build has come; kept in the record, so that one that was stopped goes on where it was. */
const Progress = z.object({
  moment: z.number(),
  /** Up to where in the change feed the build has followed. */
  position: z.string().optional(),
  /** After the last page that was written; absent before the first. */
  place: z.object({ of: z.string(), cursor: z.string().optional() }).optional(),
  walked: z.boolean(),
});
type Progress = z.infer<typeof Progress>;

const key = { pk: 'REBUILD#search', sk: 'REBUILD' };
const batchSize = 100;
const triesOfCheck = 3;

/** The new documents are not those of the record; the old ones go on answering. */
export class RebuildFailed extends Error {
  override name = 'RebuildFailed';
}

export interface RebuildOptions {
  /** Begins a build at a moment, or goes on with that of the same moment. */
  readonly open: (moment: number) => Promise<Build>;
  readonly report: (line: string) => void;
  /** Looked at after every page; what was done is kept. */
  readonly stopped?: () => boolean;
}

/**
 * Builds the search documents from the record while writes go on, and lets them answer when they are what the record
 * says. Returns false when it was stopped before its end; called again it goes on from there.
 */
export const rebuildSearch = async (deps: Recorded, options: RebuildOptions): Promise<boolean> => {
  const { open, report, stopped = () => false } = options;
  let progress = await resumed(deps);
  const build = await open(progress.moment);
  if (build.isNew) progress = { ...progress, place: undefined, walked: false };
  else report('goes on with the build that was stopped');
  const save = (next: Progress): Promise<void> => {
    progress = next;
    return keep(deps, progress);
  };
  await save(progress);

  let written = 0;
  if (!progress.walked) {
    for await (const { writes, place } of documentPages(deps, progress.place)) {
      await build.write(writes);
      await save({ ...progress, place });
      written += writes.length;
      report(`${written} documents written`);
      if (stopped()) return false;
    }
    await save({ ...progress, walked: true });
  }

  const catchUp = async (): Promise<void> => {
    for (;;) {
      const { changes, position } = await deps.table.changes(progress.position, batchSize);
      if (changes.length === 0) return;
      const wanted = changes.filter((change) => wants(indexDocuments, change));
      for (const change of wanted) await build.write(await searchWrites(deps, change));
      progress = { ...progress, position };
    }
  };
  for (let attempt = 1; ; attempt += 1) {
    await catchUp();
    await build.settle();
    const found = await differences(build, await recordedSample(deps));
    if (found.length === 0) break;
    // The record may have moved on between the two looks at it.
    if (attempt < triesOfCheck) continue;
    await forget(deps);
    throw new RebuildFailed(
      `The new documents differ from the record: ${found.join('; ')}. The old ones go on.`,
    );
  }
  await build.publish();
  // What was written between the last look and the swap went to the old documents alone.
  await catchUp();
  await build.settle();
  await build.clear();
  await forget(deps);
  const [postings, students] = [await build.count('postings'), await build.count('students')];
  report(`${postings} postings and ${students} students answer from the new index`);
  return true;
};

const resumed = async (deps: Recorded): Promise<Progress> => {
  const item = await deps.table.get(key);
  if (item) return Progress.parse(item.body);
  // All that the follower has seen is in what the walk reads.
  const position = await followedFrom(deps, indexDocuments);
  return { moment: Date.parse(deps.clock.now()), position, walked: false };
};

const stampOf = (deps: Recorded) => ({
  by: 'system:rebuild',
  action: 'search.rebuild',
  at: deps.clock.now(),
});

const keep = (deps: Recorded, { place, ...progress }: Progress): Promise<void> => {
  const body = { ...progress, ...(place && { place: { of: place.of, cursor: place.cursor } }) };
  return deps.table.write([{ put: { ...key, body, stamp: stampOf(deps) } }]);
};

const forget = (deps: Recorded): Promise<void> =>
  deps.table.write([{ delete: { ...key, stamp: stampOf(deps) } }]);
