import type { Announcement, Announcer } from '../notice/announcement.ts';
import { otherSide, readerOf } from '../placement/parties.ts';
import type { Side } from '../placement/schema.ts';
import { findPlacement } from '../placement/store.ts';
import { findPosting } from '../posting/store.ts';
import type { Deps } from '../deps.ts';
import type { Evaluation } from './schema.ts';
import { evaluations, findCounterpart } from './store.ts';

type Words = Announcement['words'];

/** For who writes it. */
const writerWords: Readonly<Record<string, Words>> = {
  'evaluation.open': {
    zh: { subject: '可以写评价了', text: '写到一半可以离开，内容会保存。双方都提交后才能看到对方的评价。' },
    en: {
      subject: 'An evaluation is open',
      text: 'You can stop halfway: it is saved. Each side can read the other’s once both are in.',
    },
  },
  'evaluation.reminded': {
    zh: { subject: '评价即将截止', text: '截止时间在评价页面上，以你的时区和团队时区显示。' },
    en: {
      subject: 'An evaluation is due soon',
      text: 'Its page says when, in your zone and the team’s.',
    },
  },
  'evaluation.overdue': {
    zh: { subject: '评价已逾期', text: '仍然可以提交，请尽快完成。' },
    en: { subject: 'An evaluation is overdue', text: 'You can still submit it. Do so as soon as you can.' },
  },
  'evaluation.excused': {
    zh: { subject: '这份评价不用写了', text: '原因见下。' },
    en: { subject: 'You do not need to write this evaluation', text: 'The reason is below.' },
  },
};

const submittedWords: { waiting: Words; both: Words } = {
  waiting: {
    zh: { subject: '对方已提交评价', text: '你提交自己的评价后就能看到。' },
    en: { subject: 'The other side submitted an evaluation', text: 'You can read it once yours is in.' },
  },
  both: {
    zh: { subject: '双方的评价都已提交', text: '现在可以看到对方写给你的部分。' },
    en: { subject: 'Both evaluations are in', text: 'You can now read what the other side wrote for you.' },
  },
};

const toldOf = async (
  deps: Deps,
  evaluation: Evaluation,
  action: string,
): Promise<{ side: Side; words: Words }[]> => {
  if (action !== 'evaluation.submitted') {
    const words = writerWords[action];
    return words ? [{ side: evaluation.side, words }] : [];
  }
  const other = otherSide(evaluation.side);
  const counterpart = await findCounterpart(deps.table, evaluation);
  const isIn = counterpart?.state === 'submitted';
  return isIn
    ? [evaluation.side, other].map((side) => ({ side, words: submittedWords.both }))
    : [{ side: other, words: submittedWords.waiting }];
};

export const evaluationAnnouncer: Announcer = {
  kind: 'EVALUATION',
  actions: [...Object.keys(writerWords), 'evaluation.submitted'],
  announce: async (deps, item, action) => {
    const evaluation = evaluations.parse(item);
    const { placementId, kind } = evaluation;
    const placement = await findPlacement(deps.table, placementId);
    // An internship that ended early has said so: not once more for each of its evaluations.
    if (action === 'evaluation.excused' && placement?.state === 'terminated') return [];
    const about = placement && (await findPosting(deps.table, placement.postingId))?.content.title;
    return (await toldOf(deps, evaluation, action)).map(({ side, words }) => ({
      to: readerOf(evaluation, side),
      words,
      about,
      reason: item.stamp.reason,
      path:
        side === 'student'
          ? `/student/evaluations/${evaluation.studentId}~${evaluation.roundId}~${kind}~student`
          : `/company/interns/${placementId}`,
    }));
  },
};
