import { recruiters, recruitersOf } from '../company/store.ts';
import { inRound } from '../cycle/in-round.ts';
import { requireOpen } from '../cycle/rules.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { findStudent } from '../student/store.ts';
import { inTurns } from './in-turns.ts';
import { type Missing, missingOf } from './readiness.ts';
import { requireNotFrozen } from './rules.ts';
import type { Round } from './schema.ts';
import { takingPart } from './taking-part.ts';

const words = {
  subject: '请确认志愿表 / Please certify your rank list',
  text: '你还没有确认志愿表。冻结前未确认的志愿表不参与匹配。\n\nYour rank list is not certified yet. A list that is not certified before the freeze takes no part in the match.',
};

const addresses = async (deps: Deps, { students, postings }: Missing): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  await inTurns(students.missing, async (id) => {
    const student = await findStudent(deps.table, id);
    if (student) found.add(student.email);
  });
  const companyIds = [...new Set(postings.missing.map(({ companyId }) => companyId))];
  await inTurns(companyIds, async (id) => {
    for await (const { email } of recruiters.all(deps.table, recruitersOf(id))) found.add(email);
  });
  return found;
};

/** Writes to everyone who has not certified, at most once a day each. Answers how many there are. */
export const remindMissing = async (deps: Deps, round: Round): Promise<number> => {
  requireNotFrozen(round);
  // Nobody can certify before the ranking phase or after its end.
  requireOpen(inRound(await getCycle(deps.table, round.cycleId), round), 'ranking', deps.clock.now());
  const part = await takingPart(deps.table, round);
  const recipients = [...(await addresses(deps, await missingOf(deps, round, part)))];
  const now = deps.clock.now();
  await inTurns(recipients, (to) =>
    deps.mail.send({
      id: `round.reminder#${round.id}#${now.slice(0, 10)}#${to}`,
      to,
      ...words,
      sentAt: now,
    }),
  );
  return recipients.length;
};
