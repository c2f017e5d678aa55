import type { RoundId } from '../../functions/ids.ts';
import { operations } from '../../functions/operations.ts';
import { postingContent, profile } from './samples.ts';
import { people, type World } from './world.ts';

type Level = NonNullable<ReturnType<typeof profile>['studyLevel']>;

/** One more published posting of the first company, through the API. */
export const publishPosting = async ({ ok, first }: World, title: string, capacity: number) => {
  const content = { ...postingContent(), title: { en: title }, capacity };
  let posting = await ok('createPosting', {
    as: people.company,
    params: { companyId: first.company.id },
    body: content,
  });
  const params = { postingId: posting.id };
  for (const [as, to] of [
    [people.company, 'submitted'],
    [people.coordinator, 'approved'],
    [people.company, 'published'],
  ] as const)
    posting = await ok('movePosting', { as, params, body: { to }, ifMatch: posting.version });
  return posting.id;
};

/** A student who applies to some postings and is rankable for each. */
export const rankableStudent = async (
  { ok }: World,
  subject: string,
  studyLevel: Level,
  postingIds: readonly string[],
) => {
  const as = { subject, role: 'student', email: `${subject}@example.com` } as const;
  await ok('saveProfile', { as, body: { ...profile(), studyLevel }, ifMatch: 0 });
  for (const postingId of postingIds) {
    let application = await ok('apply', { as, body: { postingId, content: { answers: [] }, submit: true } });
    for (const to of ['shortlisted', 'rankable'])
      application = await ok('moveApplication', {
        as: people.company,
        params: { applicationId: application.id },
        body: { to },
        ifMatch: application.version,
      });
  }
  return as;
};

/** Moves the cycle on, with the clock in the middle of each phase. */
export const moveTo = async (world: World, ...phases: ('shortlisting' | 'ranking' | 'matching')[]) => {
  for (const to of phases) {
    const { version, windows } = await world.ok('getCycle', { params: { cycleId: world.cycle.id } });
    world.clock.advance(Date.parse(windows[to].from) + 3_600_000 - Date.parse(world.clock.now()));
    await world.ok('moveCycle', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      body: { to },
      ifMatch: version,
    });
  }
};

/** Orders a list and certifies it. */
export const certifyList = async (
  { ok, round }: World,
  as: { subject: string; role: 'student' | 'company'; email: string },
  choices: readonly string[],
  postingId?: string,
) => {
  const names =
    postingId === undefined
      ? (['getMyRankList', 'saveMyRankList', 'certifyMyRankList'] as const)
      : (['getPostingRankList', 'savePostingRankList', 'certifyPostingRankList'] as const);
  const params = { roundId: round.id, ...(postingId !== undefined && { postingId }) };
  const { version } = await ok(names[0], { as, params });
  const saved = await ok(names[1], { as, params, body: { choices }, ifMatch: version });
  await ok(names[2], { as, params, ifMatch: saved.version });
};

/** Takes the round one step on and waits until its job is done. */
export const roundStep = async (
  { ok, settle }: World,
  roundId: RoundId,
  step: 'freezeRound' | 'runRound' | 'approveRound' | 'publishRound',
) => {
  const as = step === 'approveRound' ? people.approver : people.coordinator;
  const params = { roundId };
  const round = await ok('getRound', { as: people.coordinator, params });
  const body = step === 'publishRound' && 'result' in round ? { resultSha256: round.result.sha256 } : {};
  await ok(step, {
    as,
    params,
    ...('body' in operations[step] && { body }),
    ifMatch: round.version,
  });
  await settle();
};
