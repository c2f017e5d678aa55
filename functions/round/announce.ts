import type { Deps } from '../deps.ts';
import { findStudent } from '../student/store.ts';
import type { Round } from './schema.ts';

/** One letter to every student of a published round: the result itself stands behind the sign-in. */
export const announceResults = async (
  deps: Deps,
  round: Round,
  studentIds: readonly string[],
): Promise<void> => {
  if (round.state !== 'published') return;
  for (const id of studentIds) {
    const student = await findStudent(deps.table, id);
    if (student === undefined) continue;
    await deps.mail.send({
      id: `round.published#${round.id}#${id}`,
      to: student.email,
      subject: '匹配结果已公布 / Your match result is published',
      text: `匹配结果已公布,请登录查看结果与原因。如有录用,请在 ${round.answerBy} 前答复。\n\nThe match result is published. Sign in to see it and why. If you have an offer, answer it by ${round.answerBy}.`,
      lang: 'zh',
      sentAt: deps.clock.now(),
    });
  }
};
