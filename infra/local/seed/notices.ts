import type { Deps } from '../../../functions/deps.ts';
import { StudentId } from '../../../functions/ids.ts';
import { announceOperations } from '../../../functions/broadcast/store.ts';
import { deliver } from '../../../functions/notice/deliver.ts';
import type { CycleId } from '../../../functions/ids.ts';
import { linXiaoyu, samWeber } from './accounts.ts';
import { hoursAfter } from './days.ts';
import { byCoordinator, signed } from './record.ts';

/**
 * What was told besides all that follows from the seeded changes: a talk, to the students of the demonstration, and a
 * word to the companies that post.
 */
export const seedNotices = async (
  deps: Deps,
  { cycleId, letters, now }: { cycleId: CycleId; letters: string; now: string },
): Promise<void> => {
  for (const { subject } of [linXiaoyu, samWeber])
    await deliver(
      deps,
      { kind: 'student', studentId: StudentId.parse(subject) },
      {
        what: 'the talk of the demonstration',
        at: hoursAfter(now, -30),
        topic: 'announcement',
        words: {
          zh: {
            subject: '线上宣讲：怎么排志愿',
            text: '本周五晚讲志愿表和匹配，可以提问。回放会放在帮助页。',
          },
          en: {
            subject: 'Online talk: how to order your choices',
            text: 'This Friday evening: rank lists and the match, with your questions. A recording follows.',
          },
        },
        path: '/how',
      },
    );
  const words = {
    zh: { subject: '筛选即将截止，请尽早答复', text: '先答复等得最久的申请。可以在申请人页批量答复。' },
    en: {
      subject: 'Shortlisting is near: answer early',
      text: 'Begin with those who have waited longest. You can give many one outcome at once.',
    },
  };
  const by = signed(byCoordinator, 'broadcast.send', hoursAfter(now, -20));
  const audience = { to: 'companies', who: 'posting' } as const;
  const { operations } = announceOperations(
    () => letters,
    { cycleId, audience, topic: 'announcement', words },
    by,
  );
  await deps.table.write(operations);
};
