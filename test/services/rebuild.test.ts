import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuildSearch, RebuildFailed } from '../../functions/changes/rebuild-search.ts';
import type { Build } from '../../functions/search/build.ts';
import { openSearchBuild } from '../../functions/search/open-search/build.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { indexBehind, indexesLike, namesWith } from '../../functions/search/open-search/indexes.ts';
import { openSearch } from '../../functions/search/open-search/open-search.ts';
import { searchPostings } from '../../matching/ranking/plan.ts';
import { profile } from '../support/samples.ts';
import { serviceUrl } from '../support/service.ts';
import { people, startWorld, type World } from '../support/world.ts';

const url = serviceUrl('open-search');

describe.skipIf(url === undefined)('rebuilding the search documents', () => {
  let world: World;
  let connection: ReturnType<typeof connect>;
  let names: ReturnType<typeof namesWith>;
  let number = 0;
  beforeEach(async () => {
    number += 1;
    world = await startWorld();
    connection = connect(url ?? '');
    names = namesWith(`rebuild-${process.pid}-${number}-`);
  });
  afterEach(async () => {
    await world.stop();
    await connection.close();
  });

  const open = (moment: number): Promise<Build> => openSearchBuild(connection, names, moment);
  const rebuild = (options: Partial<Parameters<typeof rebuildSearch>[1]> = {}): Promise<boolean> =>
    rebuildSearch(world.deps, { open, report: () => {}, ...options });
  const listed = async (): Promise<string[]> => {
    const engine = openSearch({ connection, nameOf: names.alias });
    return (await engine.rankPostings(searchPostings())).hits.map(({ id }) => id).toSorted();
  };
  const answering = () => indexBehind(connection, names.alias('postings'));
  const pauseSecond = () =>
    world.ok('movePosting', {
      as: people.otherCompany,
      params: { postingId: world.second.posting.id },
      body: { to: 'paused' },
      ifMatch: world.second.posting.version,
    });

  test('lets the new ones answer, with what was written meanwhile, and throws the old ones away', async () => {
    expect(await rebuild()).toBe(true);
    expect(await listed()).toEqual([world.first.posting.id, world.second.posting.id].toSorted());
    const first = await answering();
    world.clock.advance(1_000);
    const writing = async (moment: number): Promise<Build> => {
      const build = await open(moment);
      return {
        ...build,
        // After the last look at the record, in the moment of the swap.
        publish: async () => {
          await pauseSecond();
          await build.publish();
        },
      };
    };
    expect(await rebuild({ open: writing })).toBe(true);
    expect(await listed()).toEqual([world.first.posting.id]);
    expect(await answering()).not.toBe(first);
    expect(await indexesLike(connection, names.anyBuilt('postings'))).toHaveLength(1);
  });

  test('can be stopped after any page, and goes on from there', async () => {
    const opened: number[] = [];
    const noted = (moment: number): Promise<Build> => {
      opened.push(moment);
      return open(moment);
    };
    const lines: string[] = [];
    expect(await rebuild({ open: noted, stopped: () => true })).toBe(false);
    expect(await answering()).toBeUndefined();
    await world.ok('saveProfile', {
      as: people.student,
      body: { ...profile(), skills: ['rust'] },
      ifMatch: 1,
    });
    world.clock.advance(60_000);
    expect(await rebuild({ open: noted, report: (line) => void lines.push(line) })).toBe(true);
    expect(new Set(opened).size).toBe(1);
    expect(lines).toContain('goes on with the build that was stopped');
    expect(lines.at(-1)).toBe('2 postings and 2 students answer from the new index');
  });

  test.each<[string, (build: Build) => Partial<Build>]>([
    ['lacks a document', (build) => ({ write: (writes) => build.write(writes.slice(1)) })],
    [
      'ranks otherwise',
      (build) => ({
        rankStudents: async (plan) => {
          const ranked = await build.rankStudents(plan);
          return { ...ranked, hits: ranked.hits.toReversed() };
        },
      }),
    ],
  ])('leaves the old ones where the new one %s', async (_, fault) => {
    await rebuild();
    const before = await answering();
    world.clock.advance(1_000);
    const faulty = async (moment: number): Promise<Build> => {
      const build = await open(moment);
      return { ...build, ...fault(build) };
    };
    await expect(rebuild({ open: faulty })).rejects.toThrow(RebuildFailed);
    expect(await answering()).toBe(before);
    expect(await listed()).toHaveLength(2);
    world.clock.advance(1_000);
    expect(await rebuild()).toBe(true);
    expect(await answering()).not.toBe(before);
  });
});
