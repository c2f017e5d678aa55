import { parseArgs } from 'node:util';
import { followingSearch } from '../../functions/changes/following-search.ts';
import { keepSearchSnapshot } from '../../functions/changes/keep-search-snapshot.ts';
import { companies } from '../../functions/company/store.ts';
import { cycles } from '../../functions/cycle/store.ts';
import { PostingId, StudentId } from '../../functions/ids.ts';
import { postings } from '../../functions/posting/store.ts';
import { snapshotFile } from '../../functions/search/snapshot-file.ts';
import { students } from '../../functions/student/store.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { writeIndependent } from '../../functions/table/independent.ts';
import type { Operation } from '../../functions/table/table.ts';
import { cities, companyEntries, roles, studies } from '../../infra/local/seed/data.ts';
import { people } from '../../infra/local/seed/person.ts';
import { postingContent } from '../../infra/local/seed/posting.ts';
import { studentProfile } from '../../infra/local/seed/profile.ts';
import { randomFrom } from '../../infra/local/seed/random.ts';
import { seasonFrom } from '../../infra/local/seed/season.ts';
import { startService } from '../../infra/local/services/start.ts';
import { anyPort } from '../../infra/local/services/ports.ts';
import { searchPostings } from '../../matching/ranking/plan.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { companyIn, cycleIn, postingIn } from '../support/entities.ts';

/**
 * `npm run bench:search-start -- --documents 20000`: how long the first list takes in a process that has just started and
 * holds the search documents itself, with a snapshot and without one, on both records.
 */
const { values } = parseArgs({ options: { documents: { type: 'string', default: '20000' } } });
const documents = Number(values.documents);
const stamp = { by: 'bench', action: 'bench', at: '2026-03-20T08:00:00.000Z' };

/** A quarter of them postings, the rest students. */
function* market(): Generator<Operation> {
  yield cycles.create(cycleIn('applying'), stamp);
  yield companies.create(companyIn('verified'), stamp);
  const random = randomFrom(1);
  const season = seasonFrom('2026-03-15');
  const person = people(random, 0.3);
  for (let number = 0; number < documents; number += 1) {
    const id = String(number).padStart(16, '0');
    if (number % 4 === 0) {
      const content = postingContent(random, random.pick(companyEntries), random.pick(roles), season, '');
      const posting = postingIn('published');
      yield postings.create({ ...posting, id: PostingId.parse(`pos_${id}`), content }, stamp);
      continue;
    }
    yield students.create(
      {
        id: StudentId.parse(`student-${id}`),
        email: `student-${id}@example.com`,
        profile: studentProfile(
          random,
          { person: person(), city: random.pick(cities), study: random.pick(studies) },
          season,
        ),
        consentedAt: stamp.at,
        updatedAt: stamp.at,
      },
      stamp,
    );
  }
}

const firstList = async (deps: TestDeps): Promise<{ ms: number; total: number }> => {
  const begun = performance.now();
  const { total } = await followingSearch(deps).rankPostings(searchPostings({ q: 'analyst' }));
  return { ms: performance.now() - begun, total };
};

const measure = async (name: string, deps: TestDeps): Promise<void> => {
  await writeIndependent(deps.table, [...market()]);
  const without = await firstList(deps);
  await keepSearchSnapshot({ ...deps, keepsSearchSnapshot: true });
  const kept = await firstList(deps);
  if (kept.total !== without.total) throw new Error(`${kept.total} found in place of ${without.total}.`);
  const bytes = Buffer.concat(await Array.fromAsync((await deps.files.read(snapshotFile)) ?? [])).byteLength;
  const seconds = ({ ms }: { ms: number }) => `${(ms / 1_000).toFixed(2)} s`;
  console.log(
    `${name.padEnd(14)} ${documents} documents: first list from the record ${seconds(without)}, from a snapshot of ${(bytes / 2 ** 20).toFixed(1)} MB ${seconds(kept)}`,
  );
};

const sqlite = await makeDeps();
await measure('SQLite', sqlite);
await sqlite.close();
const service = await startService('dynamo-db', await anyPort('dynamo-db'));
try {
  const { name, close } = await emptyDynamoDb(service.url);
  await close();
  const record = openDynamoDbTable({ table: name, endpoint: service.url });
  const deps = await makeDeps({ record });
  await measure('DynamoDB Local', deps);
  await deps.close();
} finally {
  await service.stop();
}
