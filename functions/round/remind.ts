import { recruiters } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { getPosting } from '../posting/store.ts';
import { readinessOf } from './readiness.ts';
import type { Round } from './schema.ts';

const words = {
  subject: '请确认志愿表 / Please certify your rank list',
  text: '你还没有确认志愿表。冻结前未确认的志愿表不参与匹配。\n\nYour rank list is not certified yet. A list that is not certified before the freeze takes no part in the match.',
};

/** Writes to everyone who has not certified, at most once a day each. Answers how many there are. */
export const remindMissing = async (deps: Deps, round: Round): Promise<number> => {
  const { missingStudents, missingPostings } = await readinessOf(deps, round);
  const recipients = new Set(missingStudents.map(({ email }) => email).filter((email) => email !== ''));
  for (const { id } of missingPostings) {
    const { companyId } = await getPosting(deps.table, id);
    for await (const { email } of recruiters.all(deps.table, {
      index: 'gsi1',
      pk: `COMPANY#${companyId}#RECRUITERS`,
    }))
      recipients.add(email);
  }
  const now = deps.clock.now();
  for (const to of recipients)
    await deps.mail.send({
      id: `round.reminder#${round.id}#${now.slice(0, 10)}#${to}`,
      to,
      ...words,
      lang: 'zh',
      sentAt: now,
    });
  return recipients.size;
};
