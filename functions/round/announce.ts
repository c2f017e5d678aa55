import type { Deps } from '../deps.ts';
import { findStudent } from '../student/store.ts';
import { inTurns } from './in-turns.ts';
import type { Round } from './schema.ts';

const deadline = (at: string, zone: string, locale: 'zh-CN' | 'en-GB'): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(at))} (${zone})`;

/** One letter to every student of a published round: the result itself stands behind the sign-in. `zone` is the cycle's. */
export const announceResults = async (
  deps: Deps,
  round: Round,
  { zone, studentIds }: { zone: string; studentIds: readonly string[] },
  safePoint: () => Promise<void>,
): Promise<void> => {
  if (round.state !== 'published') return;
  const zh = `匹配结果已公布，请登录查看结果与原因。如有录用，请在${deadline(round.answerBy, zone, 'zh-CN')}前答复。`;
  const en = `The match result is published. Sign in to see it and why. If you have an offer, answer it by ${deadline(round.answerBy, zone, 'en-GB')}.`;
  await inTurns(
    studentIds,
    async (id) => {
      const student = await findStudent(deps.table, id);
      if (student === undefined) return;
      await deps.mail.send({
        id: `round.published#${round.id}#${id}`,
        to: student.email,
        subject: '匹配结果已公布 / Your match result is published',
        text: `${zh}\n\n${en}`,
        sentAt: deps.clock.now(),
      });
    },
    safePoint,
  );
};
