import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../../functions/changes/audit.ts';
import { type Consumer, wants } from '../../../functions/changes/consumer.ts';
import { notify } from '../../../functions/changes/notify.ts';
import { sendLetters } from '../../../functions/notice/send-letters.ts';
import { allChanges } from '../../support/table.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

/** Shows a consumer the whole log once more, as after a crash. */
const replay = async (consumer: Consumer): Promise<void> => {
  for (const change of await allChanges(world.deps.table))
    if (wants(consumer, change)) await consumer.consume(world.deps, [change]);
};
const moveApplication = async (
  application: World['application'],
  body: { to: string; reason?: string },
  as: typeof people.company | typeof people.student = people.company,
): Promise<World['application']> => {
  const moved = await world.ok('moveApplication', {
    as,
    params: { applicationId: application.id },
    body,
    ifMatch: application.version,
  });
  await world.settle();
  return moved;
};

describe('the audit trail', () => {
  const trail = async (entity?: string) =>
    (
      await world.ok('listAudit', {
        as: people.coordinator,
        query: { limit: '200', ...(entity !== undefined && { entity }) },
      })
    ).items;

  it('holds who moved an item how, when and why, newest first, and no e-mail address of who', async () => {
    const { company } = world.first;
    await world.ok('moveCompany', {
      as: people.coordinator,
      params: { companyId: company.id },
      body: { to: 'suspended', reason: 'No answer to our letters.' },
      ifMatch: company.version,
    });
    await world.settle();
    const at = world.clock.now();
    const entity = `company ${company.id}`;
    expect(await trail(company.id)).toEqual([
      {
        at,
        entity,
        by: 'coordinator:coordinator-1',
        action: 'company.suspended',
        version: 4,
        reason: 'No answer to our letters.',
      },
      { at, entity, by: 'coordinator:coordinator-1', action: 'company.verified', version: 3 },
      { at, entity, by: 'company:company-1', action: 'company.submitted', version: 2 },
      {
        at,
        entity: `recruiter ${company.id}`,
        by: 'company:company-1',
        action: 'company.register',
        version: 1,
      },
      { at, entity, by: 'company:company-1', action: 'company.register', version: 1 },
    ]);
  });

  it('has a line for each change of what people work on, none for what is derived, and none twice', async () => {
    const before = await trail();
    const kinds = Map.groupBy(before, ({ entity }) => entity.split(' ')[0]);
    expect(Object.fromEntries([...kinds].map(([kind, list]) => [kind, list.length]))).toEqual({
      cycle: 3,
      // That applying has begun.
      broadcast: 1,
      round: 1,
      company: 6,
      recruiter: 2,
      posting: 8,
      profile: 2,
      application: 2,
    });
    await replay(audit);
    expect(await trail()).toEqual(before);
  });
});

describe('letters', () => {
  /** The students live in Vancouver, where it is night. */
  const inTheMorning = async (): Promise<void> => {
    world.clock.advance(8 * 60 * 60 * 1000);
    await sendLetters(world.deps);
  };
  const lettersTo = async (person: { email: string }) =>
    (await world.deps.mail.received(person.email, { limit: 100 })).letters;

  it('tell a company of what it waits for, and nobody of anything else', async () => {
    expect((await lettersTo(people.company)).map(({ subject }) => subject).toSorted()).toEqual([
      '企业已通过核验 / Your company is verified',
      '岗位已通过审核 / Your posting is approved',
    ]);
    expect(await lettersTo(people.student)).toEqual([]);
    expect(await lettersTo(people.coordinator)).toEqual([]);
  });

  it('give the student the posting and the reason, and the other student nothing', async () => {
    const reason = 'We look for somebody from July on.';
    await moveApplication(world.application, { to: 'not_selected', reason });
    await inTheMorning();
    const letters = await lettersTo(people.student);
    expect(letters.map(({ subject }) => subject)).toEqual([
      '你的申请未入选 / Your application was not selected',
    ]);
    expect(letters[0]?.text).toContain('数据分析实习生');
    expect(letters[0]?.text).toContain('Data Analyst Intern');
    expect(letters[0]?.text).toContain(`原因 / Reason: ${reason}`);
    expect(await lettersTo(people.otherStudent)).toEqual([]);
  });

  it('are written once for each change, however often it is seen', async () => {
    const listed = await moveApplication(world.application, { to: 'shortlisted' });
    await moveApplication(listed, { to: 'rankable' });
    await inTheMorning();
    const everyone = [people.student, people.otherStudent, people.company, people.otherCompany];
    const written = () => Promise.all(everyone.map(lettersTo));
    const before = await written();
    expect(before.map((letters) => letters.length)).toEqual([2, 0, 2, 2]);
    await replay(notify);
    expect(await written()).toEqual(before);
  });
});
